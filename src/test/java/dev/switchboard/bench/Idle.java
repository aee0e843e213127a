package dev.switchboard.bench;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.EnumMap;
import java.util.Map;

/** Connections that subscribe and then get nothing: how fast they come and what they occupy. */
record Idle(String name, int sockets, int boards) implements Scenario {

  @Override
  public Outcome run(Ground ground, Timing timing) {
    Door door = ground.door();
    Ledger nothing = new Ledger(0, Audience.sizes(sockets, boards));
    Audience audience = new Audience(ground.boards(boards), sockets, nothing, 0);
    try (Wire wire = new Wire()) {
      Memory before = Memory.of(ground.processes());
      Cpu busyBefore = Cpu.now(ground.processes());
      long start = System.nanoTime();
      wire.await(audience.open(wire, door), audience.broken());
      double seconds = (System.nanoTime() - start) / (double) SECONDS.toNanos(1);
      double server = Cpu.now(ground.processes()).secondsSince(busyBefore, Part.SERVER);
      Map<Measure, Double> figures = figures(before, Memory.of(ground.processes()));
      figures.put(Measure.CONNECTS, sockets / seconds);
      figures.put(Measure.SERVER_CONNECT, server * 1e6 / sockets);
      return new Outcome(name, figures, audience.findings());
    }
  }

  private Map<Measure, Double> figures(Memory before, Memory after) {
    Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    figures.put(Measure.RESIDENT_BEFORE, before.resident() / 1024);
    figures.put(Measure.RESIDENT_AFTER, after.resident() / 1024);
    figures.put(Measure.RESIDENT, (after.resident() - before.resident()) / sockets);
    figures.put(Measure.LIVE, (after.live() - before.live()) / sockets);
    return figures;
  }
}
