package dev.switchboard.bus;

import dev.switchboard.bus.DeadLetterBrowser.Found;
import dev.switchboard.bus.DeadLetterBrowser.Place;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages that could not be carried out: listed, sent back to their queues, or removed. */
@ApplicationScoped
public class DeadLetters {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
  private static final int AT_ONCE = 100;

  private final DeadLetterQueues queues;
  private final DeadLetterBrowser browser;
  private final DeadLetterMover mover;
  private final Operations operations;

  @SuppressWarnings("NullAway")
  DeadLetters() {
    this(null, null, null, null);
  }

  @Inject
  DeadLetters(
      DeadLetterQueues queues,
      DeadLetterBrowser browser,
      DeadLetterMover mover,
      Operations operations) {
    this.queues = queues;
    this.browser = browser;
    this.mover = mover;
    this.operations = operations;
  }

  /**
   * A page of the dead letters, queue by queue, in each the oldest first. Where letters at the end
   * of a page were removed before the next is asked for, that may begin with some seen before.
   *
   * @param queue the name of a queue, with or without {@code .dead}; null for all
   * @throws ProblemException NOT_FOUND for an unknown queue, UNAVAILABLE when the broker is away
   */
  public Page<DeadLetter> page(@Nullable String queue, Optional<Cursor> start, Limit limit) {
    Place place = start.map(DeadLetters::place).orElse(null);
    List<Found> found = new ArrayList<>();
    for (String each : from(place, queues.meant(queue))) {
      Place behind = place != null && place.queue().equals(each) ? place : null;
      found.addAll(browser.page(each, behind, limit.plusOne() - found.size()));
      if (found.size() > limit.value()) {
        break;
      }
    }
    return Page.of(found, limit, last -> cursor(last.place())).map(Found::letter);
  }

  private static List<String> from(@Nullable Place place, List<String> queues) {
    return queues.stream()
        .filter(queue -> place == null || queue.compareTo(place.queue()) >= 0)
        .toList();
  }

  private static Cursor cursor(Place place) {
    return Cursor.after(place.queue(), place.sentAt(), place.id());
  }

  private static Place place(Cursor cursor) {
    return new Place(cursor.key(0, key -> key), cursor.number(1), cursor.key(2, key -> key));
  }

  /**
   * Sends a letter back to its queue; its operation is pending again.
   *
   * @throws ProblemException NOT_FOUND when there is no such letter, UNAVAILABLE when the broker is
   *     away
   */
  public void replay(String id) {
    Found found = find(id);
    reopen(Stream.of(found));
    if (!mover.sendBack(found.place().queue(), found.place().id())) {
      throw absent();
    }
  }

  /**
   * Sends all letters of a queue back to it that are there when it begins.
   *
   * @param queue its name, with or without {@code .dead}
   * @return how many
   * @throws ProblemException NOT_FOUND for an unknown queue, UNAVAILABLE when the broker is away
   */
  public long replayAll(String queue) {
    String deadLetters = queues.meant(queue).get(0);
    long wanted = queues.count(deadLetters);
    long sent = 0;
    boolean more = wanted > 0;
    while (more) {
      int next = Math.toIntExact(Math.min(AT_ONCE, wanted - sent));
      reopen(browser.page(deadLetters, null, next).stream());
      int moved = mover.sendBackOldest(deadLetters, next);
      sent += moved;
      more = moved > 0 && sent < wanted;
    }
    return sent;
  }

  /**
   * Removes a letter for ever.
   *
   * @throws ProblemException NOT_FOUND when there is no such letter, UNAVAILABLE when the broker is
   *     away
   */
  public void remove(String id) {
    Found found = find(id);
    if (!mover.remove(found.place().queue(), found.place().id())) {
      throw absent();
    }
  }

  private Found find(String id) {
    if (!ID.matcher(id).matches()) {
      throw absent();
    }
    return queues.all().stream()
        .flatMap(queue -> browser.find(queue, id).stream())
        .findFirst()
        .orElseThrow(DeadLetters::absent);
  }

  /** Before the letters go back, for an operation that has failed anew must stay so. */
  private void reopen(Stream<Found> letters) {
    letters
        .flatMap(found -> found.envelope().operation().stream())
        .forEach(operation -> operations.reopen(operation.id()));
  }

  private static ProblemException absent() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such dead letter.");
  }
}
