package dev.switchboard.realtime;

import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamName;
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

  /** The stream with a name. */
  Target of(StreamName name) {
    StreamKind kind =
        kinds.stream().filter(each -> each.kind().equals(name.kind())).findFirst().orElseThrow();
    return new Target(kind, name.id());
  }

  /**
   * The stream that a frame names.
   *
   * @throws FrameException INVALID unless it names exactly one
   */
  Target of(ClientFrame frame) {
    List<StreamKind> named =
        kinds.stream().filter(kind -> frame.members().containsKey(kind.key())).toList();
    if (named.size() != 1) {
      throw new FrameException(
          ErrorCode.INVALID, "The frame names exactly one of: " + String.join(", ", keys()) + ".");
    }
    StreamKind kind = named.get(0);
    return new Target(kind, frame.text(kind.key()).orElseThrow());
  }
}
