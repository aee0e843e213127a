package dev.switchboard.measurement;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that clients gave to what they measure: no more than so many, and none that a line of
 * another's histogram has, such as {@code load_max} beside {@code load}.
 */
final class MetricNames {
  private static final List<String> LINES = List.of("_count", "_sum", "_max");

  private final int atMost;
  private final Set<String> known = new HashSet<>();

  MetricNames(int atMost) {
    this.atMost = atMost;
  }

  /** The name as it stands on {@code /metrics}, where a dot cannot. */
  static String plain(String name) {
    return name.replace('.', '_');
  }

  /**
   * Takes the names in, all or none of them.
   *
   * @throws ProblemException INVALID with a pointer to each that cannot be taken
   */
  synchronized void admit(List<String> names) {
    Set<String> fresh = new HashSet<>();
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = plain(names.get(i));
      if (isKnown(name, fresh)) {
        continue;
      }
      if (known.size() + fresh.size() >= atMost) {
        violations.add(violation(i, "must be one of the " + atMost + " names known already"));
      } else if (isLineOfAnother(name, fresh)) {
        violations.add(violation(i, "must not be a line of another's histogram"));
      } else {
        fresh.add(name);
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    known.addAll(fresh);
  }

  private boolean isKnown(String name, Set<String> fresh) {
    return known.contains(name) || fresh.contains(name);
  }

  private boolean isLineOfAnother(String name, Set<String> fresh) {
    Stream<String> bases =
        LINES.stream()
            .filter(name::endsWith)
            .map(line -> name.substring(0, name.length() - line.length()));
    Stream<String> lines = LINES.stream().map(line -> name + line);
    return Stream.concat(bases, lines).anyMatch(other -> isKnown(other, fresh));
  }

  private static Violation violation(int index, String detail) {
    return new Violation("/metrics/" + index + "/name", detail);
  }
}
