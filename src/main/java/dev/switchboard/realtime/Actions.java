package dev.switchboard.realtime;

import dev.switchboard.platform.problem.Outage;
import dev.switchboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Does what clients' frames ask for, and answers what cannot be done by an error frame. */
@ApplicationScoped
class Actions {
  private static final Logger LOG = System.getLogger(Actions.class.getName());

  private final Map<String, List<Action>> byName;

  @SuppressWarnings("NullAway")
  Actions() {
    this.byName = Map.of();
  }

  @Inject
  Actions(@Any Instance<Action> actions) {
    byName = actions.stream().collect(Collectors.groupingBy(Action::name));
  }

  void perform(Connection connection, String text) {
    ClientFrame frame = ClientFrame.unreadable();
    try {
      frame = ClientFrame.parse(text);
      find(frame).perform(connection, frame);
    } catch (FrameException e) {
      connection.send(frame.error(e.code(), String.valueOf(e.getMessage())));
    } catch (ProblemException e) {
      connection.send(frame.error(code(e), message(e)));
    } catch (RuntimeException e) {
      if (!Outage.causes(e)) {
        LOG.log(Level.ERROR, "A frame could not be handled", e);
      }
      connection.send(frame.error(ErrorCode.UNAVAILABLE, "Not possible now; try again later."));
    }
  }

  private Action find(ClientFrame frame) {
    String name =
        frame
            .text("action")
            .orElseThrow(() -> new FrameException(ErrorCode.INVALID, "There is no 'action'."));
    List<Action> named = byName.getOrDefault(name, List.of());
    if (named.isEmpty()) {
      throw new FrameException(ErrorCode.UNKNOWN_ACTION, "There is no such action.");
    }
    return named.stream()
        .filter(action -> action.handles(frame))
        .findFirst()
        .orElseThrow(
            () -> new FrameException(ErrorCode.INVALID, "The frame does not say to what."));
  }

  private static String message(ProblemException problem) {
    return problem.violations().stream()
        .map(each -> each.pointer().substring(1) + " " + each.detail() + ".")
        .findFirst()
        .orElseGet(problem::detail);
  }

  private static ErrorCode code(ProblemException problem) {
    return switch (problem.type()) {
      case FORBIDDEN, UNAUTHORIZED -> ErrorCode.FORBIDDEN;
      case NOT_FOUND -> ErrorCode.NOT_FOUND;
      case RATE_LIMITED -> ErrorCode.RATE_LIMITED;
      case INTERNAL, UNAVAILABLE -> ErrorCode.UNAVAILABLE;
      default -> ErrorCode.INVALID;
    };
  }
}
