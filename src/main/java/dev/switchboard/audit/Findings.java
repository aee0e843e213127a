package dev.switchboard.audit;

/**
 * What an audit counts.
 *
 * @param received entries that came
 * @param holes entries that should have come and did not
 * @param repeats entries that came though the reader had them
 * @param reorderings entries that came behind a later one
 * @param strangers entries that came and are not what is stored under that number
 */
public record Findings(long received, long holes, long repeats, long reorderings, long strangers) {

  /** Nothing received and nothing wrong. */
  public static final Findings NONE = new Findings(0, 0, 0, 0, 0);

  /** These and others together. */
  public Findings plus(Findings other) {
    return new Findings(
        received + other.received,
        holes + other.holes,
        repeats + other.repeats,
        reorderings + other.reorderings,
        strangers + other.strangers);
  }

  /** Whether everything came once, in order, as it is stored. */
  public boolean areClean() {
    return holes + repeats + reorderings + strangers == 0;
  }
}
