package dev.switchboard.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The messages that this node carries out just now. The broker tells the age of those alone that it
 * has not handed out; while something holds the listeners up, the oldest are here.
 */
@ApplicationScoped
class UnderWay {

  /** Carries a message out. */
  interface Work {
    void run() throws JMSException;
  }

  /** One message on its way; itself, and none that equals it. */
  private static final class Mark {
    private final String queue;
    private final long sentAt;

    Mark(Message message) throws JMSException {
      queue = Envelope.queueOf(message);
      sentAt = message.getJMSTimestamp();
    }
  }

  private final Set<Mark> marks = ConcurrentHashMap.newKeySet();
  private final Clock clock;

  @SuppressWarnings("NullAway")
  UnderWay() {
    this(null);
  }

  @Inject
  UnderWay(Clock clock) {
    this.clock = clock;
  }

  void during(Message message, Work work) throws JMSException {
    Mark mark = new Mark(message);
    marks.add(mark);
    try {
      work.run();
    } finally {
      marks.remove(mark);
    }
  }

  /** How long ago the oldest message of a queue was sent; zero where none is under way. */
  Duration oldest(String queue) {
    long now = clock.millis();
    return marks.stream()
        .filter(mark -> mark.queue.equals(queue))
        .map(mark -> Duration.ofMillis(Math.max(0, now - mark.sentAt)))
        .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }
}
