package dev.switchboard.platform.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which problem of the catalogue a failure is. */
final class Diagnosis {

  private static final int DEEPEST_CHAIN = 32;

  private Diagnosis() {}

  static ProblemException of(Throwable failure) {
    return inChain(failure, ProblemException.class)
        .or(() -> outage(failure))
        .or(() -> inChain(failure, WebApplicationException.class).map(Diagnosis::ofContainer))
        .orElseGet(Diagnosis::internal);
  }

  private static Optional<ProblemException> outage(Throwable failure) {
    return Outage.causes(failure)
        ? Optional.of(ProblemException.unavailable(failure))
        : Optional.empty();
  }

  /** The container's own words are not passed on: they tell of its inside. */
  private static ProblemException ofContainer(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    return ProblemType.ofStatus(status)
        .map(type -> new ProblemException(type, type.title() + "."))
        .orElseGet(() -> status < 500 ? invalid() : internal());
  }

  private static ProblemException invalid() {
    return new ProblemException(ProblemType.INVALID, ProblemType.INVALID.title() + ".");
  }

  private static ProblemException internal() {
    return new ProblemException(
        ProblemType.INTERNAL, "The server has failed; its log says more under the request's id.");
  }

  private static <T> Optional<T> inChain(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, link -> link != null, Throwable::getCause)
        .limit(DEEPEST_CHAIN)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
