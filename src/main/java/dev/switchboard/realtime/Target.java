package dev.switchboard.realtime;

import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamName;
import jakarta.json.JsonObjectBuilder;

/**
 * The stream that a client's frame names.
 *
 * @param kind what it is a stream of
 * @param id which of them
 */
record Target(StreamKind kind, String id) {

  StreamName stream() {
    return new StreamName(kind.kind(), id);
  }

  /** Writes the key as the client wrote it, such as {@code "boardId": "…"}. */
  JsonObjectBuilder writeTo(JsonObjectBuilder frame) {
    return frame.add(kind.key(), id);
  }
}
