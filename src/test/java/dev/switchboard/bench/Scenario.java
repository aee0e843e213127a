package dev.switchboard.bench;

/** A kind of load whose effect is measured. */
sealed interface Scenario permits Traffic, Idle {
  String name();

  /** Runs it once; a {@link BenchException} if it came to nothing. */
  Outcome run(Ground ground, Timing timing);
}
