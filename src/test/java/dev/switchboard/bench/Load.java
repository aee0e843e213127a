package dev.switchboard.bench;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends at a pace for a time, then waits until all has arrived, or nothing does any more. */
final class Load {
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Wire wire;
  private final Publishers publishers;
  private final Ledger ledger;
  private final Pace pace;
  private final long length;
  private final long start = System.nanoTime();
  private final int before;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private boolean waiting;

  private Load(Wire wire, Publishers publishers, Ledger ledger, Pace pace, Duration length) {
    this.wire = wire;
    this.publishers = publishers;
    this.ledger = ledger;
    this.pace = pace;
    this.length = length.toNanos();
    this.before = ledger.sent();
  }

  /** Starts; the future is complete when the last message has arrived or is given up. */
  static CompletableFuture<Void> start(
      Wire wire, Publishers publishers, Ledger ledger, Pace pace, Duration length) {
    return CompletableFuture.supplyAsync(
            () -> new Load(wire, publishers, ledger, pace, length), wire.loop())
        .thenComposeAsync(Load::run, wire.loop());
  }

  private CompletableFuture<Void> run() {
    ledger.whenSettled(this::send);
    send();
    look();
    return done;
  }

  private void send() {
    if (waiting) {
      return;
    }
    long due = due();
    while (due < length && due <= elapsed()) {
      publishers.send(ledger.next(start + due));
      due = due();
    }
    if (due < length) {
      waiting = true;
      later(this::resume, due - elapsed());
    }
  }

  private void resume() {
    waiting = false;
    send();
  }

  private long due() {
    return pace.due(ledger.sent() - before, ledger.open(), elapsed());
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }

  private void later(Runnable work, long nanos) {
    wire.loop()
        .schedule(work, nanos, NANOSECONDS)
        .addListener(
            it -> {
              if (!it.isSuccess()) {
                done.completeExceptionally(it.cause());
              }
            });
  }

  private void look() {
    boolean silent = System.nanoTime() - ledger.lastStep() > SILENCE.toNanos();
    if (elapsed() > length && (ledger.open() == 0 || silent)) {
      done.complete(null);
    } else {
      later(this::look, LOOK.toNanos());
    }
  }
}
