package dev.switchboard.bench;

import static java.util.stream.IntStream.range;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** The senders of a run; a message for which none is free waits for the first that is. */
final class Publishers {
  private final List<Stream> streams;
  private final Ledger ledger;
  private final List<Publisher> all;
  private final int[] underWay;
  private final Deque<Integer> free = new ArrayDeque<>();
  private final Queue<Stamp> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> broken = new CompletableFuture<>();

  Publishers(Wire wire, Door door, int size, List<Stream> streams, Ledger ledger) {
    this.streams = streams;
    this.ledger = ledger;
    this.underWay = new int[size];
    this.all =
        range(0, size)
            .mapToObj(
                sender ->
                    new Publisher(
                        wire, door, () -> accepted(sender), broken::completeExceptionally))
            .toList();
    range(0, size).forEach(free::add);
  }

  void send(Stamp stamp) {
    waiting.add(stamp);
    sendNext();
  }

  /** Fails when a message is refused. */
  CompletableFuture<Void> broken() {
    return broken;
  }

  private void sendNext() {
    if (free.isEmpty() || waiting.isEmpty()) {
      return;
    }
    Stamp stamp = waiting.remove();
    int sender = free.pop();
    underWay[sender] = stamp.message();
    ledger.leaves(stamp.message(), sender);
    all.get(sender).post(streams.get(ledger.streamOf(stamp.message())), stamp.text());
  }

  private void accepted(int sender) {
    ledger.accepted(underWay[sender]);
    free.push(sender);
    sendNext();
  }
}
