package dev.switchboard.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Turns what Bean Validation found into JSON pointers (RFC 6901) into the request's body. */
final class Violations {

  private Violations() {}

  static ProblemException problem(Set<? extends ConstraintViolation<?>> found) {
    List<Violation> violations =
        found.stream()
            .map(each -> new Violation(pointer(each), each.getMessage()))
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
      if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }
}
