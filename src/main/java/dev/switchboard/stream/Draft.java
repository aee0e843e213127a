package dev.switchboard.stream;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entry before it has its place.
 *
 * @param id the identity of the command that asks for it
 * @param stream where it goes
 * @param author the user who caused it
 * @param label what a reader may filter by, or null
 * @param numbered whether it takes a number; without one it is stored and sent, but never replayed
 * @param pushed whether subscribers get it; without that it is only stored
 * @param frame renders the JSON text that subscribers get, once the place is known
 */
public record Draft(
    UUID id,
    StreamName stream,
    String author,
    @Nullable String label,
    boolean numbered,
    boolean pushed,
    Function<Place, String> frame) {

  /** An event with a number, for everybody who follows the stream. */
  public static Draft event(
      UUID id, StreamName stream, String author, Function<Place, String> frame) {
    return new Draft(id, stream, author, null, true, true, frame);
  }

  /** The same under another id. */
  public Draft under(UUID other) {
    return new Draft(other, stream, author, label, numbered, pushed, frame);
  }
}
