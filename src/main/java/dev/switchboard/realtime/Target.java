package dev.switchboard.realtime;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamKind.Admission;
import dev.switchboard.stream.StreamName;
import jakarta.json.JsonObjectBuilder;

/**
 * A stream as a client names it.
 *
 * @param kind what it is a stream of
 * @param named what the client wrote under the key
 * @param stream the stream that is meant by it
 */
record Target(StreamKind kind, String named, StreamName stream) {

  static Target of(StreamKind kind, String named, Caller caller) {
    return new Target(kind, named, kind.stream(caller, named));
  }

  Admission admits(Caller caller) {
    return kind.admits(caller, named);
  }

  /** Writes the key as the client wrote it, such as {@code "boardId": "…"}. */
  JsonObjectBuilder writeTo(JsonObjectBuilder frame) {
    return frame.add(kind.key(), named);
  }
}
