package dev.switchboard.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** The messages of a run: which were sent, which the server took, whom they have reached. */
final class Ledger {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

  private final int run;
  private final int[] audience;
  private final BitSet accepted = new BitSet();
  private final Histogram latency = new Histogram(LONGEST, 3);
  private int[] awaited = new int[1024];
  private int[] senders = new int[1024];
  private int[] numbers = new int[1024];
  private int sent;
  private int forgotten;
  private int open;
  private long disagreements;
  private long lastStep;
  private Runnable settled = () -> {};

  /** For so many subscribers of each stream. */
  Ledger(int run, int[] audience) {
    this.run = run;
    this.audience = audience.clone();
  }

  /** A new message, which is due at that moment; they go to the streams in turn. */
  Stamp next(long due) {
    if (sent == awaited.length) {
      awaited = Arrays.copyOf(awaited, 2 * sent);
      senders = Arrays.copyOf(senders, 2 * sent);
      numbers = Arrays.copyOf(numbers, 2 * sent);
    }
    Stamp stamp = new Stamp(run, sent++, due);
    awaited[stamp.message()] = audience[streamOf(stamp.message())] + 1;
    open++;
    return stamp;
  }

  void leaves(int message, int sender) {
    senders[message] = sender;
  }

  void accepted(int message) {
    accepted.set(message);
    step(message);
  }

  /** An arrival at a subscriber that did not have the message yet. */
  void arrived(Stamp stamp, int number) {
    latency.recordValue(Math.min(LONGEST, Math.max(0, System.nanoTime() - stamp.due())));
    if (numbers[stamp.message()] == 0) {
      numbers[stamp.message()] = number;
    } else if (numbers[stamp.message()] != number) {
      disagreements++;
    }
    step(stamp.message());
  }

  /** What to do when a message has reached everybody. */
  void whenSettled(Runnable action) {
    settled = action;
  }

  private void step(int message) {
    lastStep = System.nanoTime();
    if (--awaited[message] == 0) {
      open--;
      settled.run();
    }
  }

  boolean holds(Stamp stamp) {
    return stamp.run() == run && stamp.message() < sent;
  }

  int streamOf(int message) {
    return message % audience.length;
  }

  int senderOf(int message) {
    return senders[message];
  }

  /** Accepted messages of a stream. */
  BitSet acceptedOf(int stream) {
    BitSet of = new BitSet();
    for (int message = stream; message < sent; message += audience.length) {
      of.set(message, accepted.get(message));
    }
    return of;
  }

  /** Messages that have not reached everybody, or have no answer yet. */
  int open() {
    return open;
  }

  int sent() {
    return sent;
  }

  /** How many were sent since the figures were forgotten. */
  int recent() {
    return sent - forgotten;
  }

  /** Forgets the figures of the warm-up, but nothing that was sent or has come. */
  Ledger forgetFigures() {
    latency.reset();
    forgotten = sent;
    return this;
  }

  long disagreements() {
    return disagreements;
  }

  /** The moment of the last answer or arrival. */
  long lastStep() {
    return lastStep;
  }

  Histogram latency() {
    return latency;
  }
}
