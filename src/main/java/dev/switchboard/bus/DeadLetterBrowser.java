package dev.switchboard.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at dead letters and leaves them where they are. */
@ApplicationScoped
class DeadLetterBrowser {
  /** Letters of several nodes lie in the order of their times but for this. */
  private static final long DISORDER_MILLIS = 5_000;

  private final Sessions sessions;

  @SuppressWarnings("NullAway")
  DeadLetterBrowser() {
    this(null);
  }

  @Inject
  DeadLetterBrowser(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * A place in a queue of dead letters: behind the letter with this id, which was sent then.
   *
   * @param sentAt milliseconds since 1970
   */
  record Place(String queue, long sentAt, String id) {}

  /** A letter and its place. */
  record Found(DeadLetter letter, Envelope envelope, Place place) {}

  /**
   * The letters of a queue behind a place, in the order of the queue; at most {@code limit}. Where
   * the letter at the place has gone meanwhile, some in front of it may come again.
   */
  List<Found> page(String queue, @Nullable Place behind, int limit) {
    return sessions.lend(
        session -> {
          try (QueueBrowser browser = browser(session, queue, behind)) {
            return read(browser, queue, behind, limit);
          }
        });
  }

  /** The letter with an id, on the queue or not. */
  Optional<Found> find(String queue, String id) {
    return sessions.lend(
        session -> {
          String selector = DeadLetterOffice.selector(id);
          try (QueueBrowser browser = session.createBrowser(session.createQueue(queue), selector)) {
            return read(browser, queue, null, 1).stream().findFirst();
          }
        });
  }

  /** The broker passes by what was sent long before the place, unless it put it away itself. */
  private static QueueBrowser browser(Session session, String queue, @Nullable Place behind)
      throws JMSException {
    if (behind == null) {
      return session.createBrowser(session.createQueue(queue));
    }
    String selector =
        "%s IS NULL OR JMSTimestamp >= %d"
            .formatted(DeadLetterOffice.FAILED_AT, behind.sentAt() - DISORDER_MILLIS);
    return session.createBrowser(session.createQueue(queue), selector);
  }

  private static List<Found> read(
      QueueBrowser browser, String queue, @Nullable Place behind, int limit) throws JMSException {
    List<Found> page = new ArrayList<>();
    boolean passed = behind == null;
    Enumeration<?> letters = browser.getEnumeration();
    while ((page.size() < limit || !passed) && letters.hasMoreElements()) {
      Message letter = (Message) letters.nextElement();
      if (!passed && behind != null && behind.id().equals(DeadLetterOffice.idOf(letter))) {
        page.clear();
        passed = true;
      } else {
        page.add(found(letter, queue));
        passed |= isFarBehind(letter, behind);
      }
    }
    return page.subList(0, Math.min(limit, page.size()));
  }

  private static boolean isFarBehind(Message letter, @Nullable Place place) throws JMSException {
    return place != null && letter.getJMSTimestamp() > place.sentAt() + DISORDER_MILLIS;
  }

  private static Found found(Message letter, String queue) throws JMSException {
    Place place = new Place(queue, letter.getJMSTimestamp(), DeadLetterOffice.idOf(letter));
    return new Found(DeadLetterOffice.read(letter, queue), Envelope.of(letter), place);
  }
}
