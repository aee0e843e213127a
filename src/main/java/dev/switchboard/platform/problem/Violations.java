package dev.switchboard.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Turns what Bean Validation found into JSON pointers (RFC 6901) into the request's body. */
final class Violations {

  private static final Set<ElementKind> OF_THE_METHOD =
      EnumSet.of(
          ElementKind.METHOD,
          ElementKind.CROSS_PARAMETER,
          ElementKind.RETURN_VALUE,
          ElementKind.BEAN,
          ElementKind.CONSTRUCTOR,
          ElementKind.PARAMETER);

  private Violations() {}

  static ProblemException problem(ConstraintViolationException failure) {
    List<Violation> violations =
        failure.getConstraintViolations().stream()
            .map(found -> new Violation(pointer(found), found.getMessage()))
            .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::detail))
            .toList();
    return ProblemException.invalid(violations);
  }

  private static String pointer(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getName() != null && !OF_THE_METHOD.contains(node.getKind())) {
        pointer.append('/').append(node.getName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }
}
