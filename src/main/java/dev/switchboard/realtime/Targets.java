package dev.switchboard.realtime;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Finds the stream that a frame names, among the kinds that the features offer. */
@ApplicationScoped
class Targets {
  private final List<StreamKind> kinds;

  @SuppressWarnings("NullAway")
  Targets() {
    this.kinds = List.of();
  }

  @Inject
  Targets(@Any Instance<StreamKind> kinds) {
    this.kinds = kinds.stream().toList();
  }

  /** The members that name a stream, such as {@code boardId}. */
  List<String> keys() {
    return kinds.stream().map(StreamKind::key).sorted().toList();
  }

  /** The streams that every connection of a caller follows without asking. */
  List<Target> unasked(Caller caller) {
    return kinds.stream()
        .flatMap(kind -> kind.unasked().map(named -> Target.of(kind, named, caller)).stream())
        .toList();
  }

  /**
   * The stream that a frame names.
   *
   * @throws FrameException INVALID unless it names exactly one
   */
  Target of(ClientFrame frame, Caller caller) {
    List<StreamKind> named =
        kinds.stream().filter(kind -> frame.members().containsKey(kind.key())).toList();
    if (named.size() != 1) {
      throw new FrameException(
          ErrorCode.INVALID, "The frame names exactly one of: " + String.join(", ", keys()) + ".");
    }
    StreamKind kind = named.get(0);
    return Target.of(kind, frame.text(kind.key()).orElseThrow(), caller);
  }
}
