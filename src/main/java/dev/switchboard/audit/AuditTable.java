package dev.switchboard.audit;

import java.io.PrintStream;

/** Prints what was counted, a line for each reader and stream. */
final class AuditTable {
  private static final String LINE = "%-40s %-48s %9s %7s %7s %11s %9s%n";

  private final PrintStream out;
  private Findings all = Findings.NONE;

  AuditTable(PrintStream out) {
    this.out = out;
    out.printf(
        LINE, "reader", "stream", "received", "holes", "repeats", "reorderings", "strangers");
  }

  void add(String reader, String stream, Findings findings) {
    print(reader, stream, findings);
    all = all.plus(findings);
  }

  /** Numbers that are missing in the database itself, or stand there twice. */
  void addDatabase(String stream, long holes, long repeats) {
    add("(database)", stream, new Findings(0, holes, repeats, 0, 0));
  }

  /** Prints the sums; whether nothing was counted. */
  boolean end() {
    print("all", "", all);
    return all.areClean();
  }

  private void print(String reader, String stream, Findings findings) {
    out.printf(
        LINE,
        reader,
        stream,
        findings.received(),
        findings.holes(),
        findings.repeats(),
        findings.reorderings(),
        findings.strangers());
  }
}
