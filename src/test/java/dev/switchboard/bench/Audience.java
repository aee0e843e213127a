package dev.switchboard.bench;

import static java.util.stream.IntStream.iterate;
import static java.util.stream.IntStream.range;

import io.netty.util.collection.IntObjectHashMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The subscribers of a run, and what each of them got of each of its streams. */
final class Audience {
  /** How many connections are being set up at a time. */
  private static final int AT_ONCE = 50;

  private final List<Stream> streams;
  private final Ledger ledger;
  private final int senders;
  private final List<IntObjectHashMap<Reception>> receptions = new ArrayList<>();
  private final Deque<Subscriber> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final CompletableFuture<Void> broken = new CompletableFuture<>();
  private int missing;

  /** The order is held to that of each of so many senders; 0: to the numbers alone. */
  Audience(List<Stream> streams, int sockets, Ledger ledger, int senders) {
    this.streams = streams;
    this.ledger = ledger;
    this.senders = senders;
    this.missing = sockets;
    range(0, sockets).forEach(socket -> add(of(socket, sockets, streams.size())));
  }

  /** How many sockets subscribe to each stream. */
  static int[] sizes(int sockets, int streams) {
    int[] sizes = new int[streams];
    range(0, sockets).flatMap(socket -> of(socket, sockets, streams)).forEach(it -> sizes[it]++);
    return sizes;
  }

  /** The streams of a socket: each socket has one if the sockets suffice for all streams. */
  private static IntStream of(int socket, int sockets, int streams) {
    return sockets >= streams
        ? IntStream.of(socket % streams)
        : iterate(socket, it -> it < streams, it -> it + sockets);
  }

  private void add(IntStream indexes) {
    IntObjectHashMap<Reception> own = new IntObjectHashMap<>();
    indexes.forEach(it -> own.put(it, new Reception(senders)));
    List<Stream> subscribed = own.keySet().stream().map(streams::get).toList();
    receptions.add(own);
    waiting.add(new Subscriber(subscribed, (stamp, number) -> arrived(own, stamp, number)));
  }

  private void arrived(IntObjectHashMap<Reception> own, Stamp stamp, int number) {
    if (ledger.holds(stamp)) {
      int message = stamp.message();
      Reception reception = own.get(ledger.streamOf(message));
      if (reception.take(message, ledger.senderOf(message), number)) {
        ledger.arrived(stamp, number);
      }
    }
  }

  /** Opens all sockets; complete when all are subscribed. */
  CompletableFuture<Void> open(Wire wire, Door door) {
    wire.loop().execute(() -> range(0, AT_ONCE).forEach(i -> openNext(wire, door)));
    return opened;
  }

  /** Fails when a connection fails or ends. */
  CompletableFuture<Void> broken() {
    return broken;
  }

  Findings findings() {
    List<Findings> all = new ArrayList<>();
    for (int stream = 0; stream < streams.size(); stream++) {
      int index = stream;
      var expected = ledger.acceptedOf(index);
      receptions.stream()
          .filter(own -> own.containsKey(index))
          .forEach(own -> all.add(own.get(index).findings(expected)));
    }
    return all.stream().reduce(new Findings(0, 0, ledger.disagreements(), 0), Findings::plus);
  }

  private void openNext(Wire wire, Door door) {
    Subscriber next = waiting.poll();
    if (next == null) {
      return;
    }
    next.open(wire, door, () -> subscribed(wire, door), broken::completeExceptionally);
  }

  private void subscribed(Wire wire, Door door) {
    if (--missing == 0) {
      opened.complete(null);
    } else {
      openNext(wire, door);
    }
  }
}
