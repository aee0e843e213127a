package dev.switchboard.bench;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/**
 * Messages to boards, or to one chat, at a pace, and the subscribers that get them.
 *
 * @param streams how many boards
 * @param sockets how many connections subscribe; those of the boards divide them among themselves
 * @param senders how many connections post
 */
record Traffic(String name, boolean isChat, int streams, int sockets, int senders, Pace pace)
    implements Scenario {

  /** One board, one subscriber, enough senders. */
  static Traffic named(String name) {
    return new Traffic(name, false, 1, 1, 64, new Pace.Window(1));
  }

  Traffic inChat() {
    return new Traffic(name, true, 1, sockets, senders, pace);
  }

  Traffic over(int boards) {
    return new Traffic(name, isChat, boards, sockets, senders, pace);
  }

  Traffic to(int subscribers) {
    return new Traffic(name, isChat, streams, subscribers, senders, pace);
  }

  Traffic by(int publishers) {
    return new Traffic(name, isChat, streams, sockets, publishers, pace);
  }

  Traffic at(Pace wanted) {
    return new Traffic(name, isChat, streams, sockets, senders, wanted);
  }

  @Override
  public Outcome run(Ground ground, Timing timing) {
    List<Stream> targets = isChat ? List.of(ground.newChat()) : ground.boards(streams);
    Door door = ground.door();
    int run = ThreadLocalRandom.current().nextInt();
    Ledger ledger = new Ledger(run, Audience.sizes(sockets, streams));
    Audience audience = new Audience(targets, sockets, ledger, isChat ? senders : 0);
    try (Wire wire = new Wire()) {
      Publishers publishers = new Publishers(wire, door, senders, targets, ledger);
      CompletableFuture<?> broken = CompletableFuture.anyOf(audience.broken(), publishers.broken());
      wire.await(audience.open(wire, door), broken);
      wire.await(Load.start(wire, publishers, ledger, pace, timing.warmUp()), broken);
      wire.call(ledger::forgetFigures);
      Cpu before = Cpu.now(ground.processes());
      long start = System.nanoTime();
      wire.await(Load.start(wire, publishers, ledger, pace, timing.length()), broken);
      Cpu after = Cpu.now(ground.processes());
      return wire.call(
          () -> new Outcome(name, figures(ledger, start, before, after), audience.findings()));
    }
  }

  private static Map<Measure, Double> figures(Ledger ledger, long start, Cpu before, Cpu after) {
    double seconds = (ledger.lastStep() - start) / (double) SECONDS.toNanos(1);
    double messages = ledger.recent();
    Histogram latency = ledger.latency();
    double deliveries = latency.getTotalCount();
    Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    figures.put(Measure.MESSAGES, messages / seconds);
    figures.put(Measure.DELIVERIES, deliveries / seconds);
    figures.put(Measure.P50, latency.getValueAtPercentile(50) / 1e6);
    figures.put(Measure.P90, latency.getValueAtPercentile(90) / 1e6);
    figures.put(Measure.P99, latency.getValueAtPercentile(99) / 1e6);
    figures.put(Measure.P999, latency.getValueAtPercentile(99.9) / 1e6);
    figures.put(Measure.MAX, latency.getMaxValue() / 1e6);
    double server = after.secondsSince(before, Part.SERVER) * 1e6;
    figures.put(Measure.SERVER_MESSAGE, server / messages);
    figures.put(Measure.SERVER_DELIVERY, server / deliveries);
    figures.put(
        Measure.DATABASE_MESSAGE, after.secondsSince(before, Part.DATABASE) * 1e6 / messages);
    figures.put(Measure.BROKER_MESSAGE, after.secondsSince(before, Part.BROKER) * 1e6 / messages);
    figures.put(Measure.CLIENT, after.clientSecondsSince(before) / seconds);
    return figures;
  }
}
