package dev.switchboard.bus;

import dev.switchboard.stream.Appended;
import java.util.List;

/**
 * What a command brought about.
 *
 * @param resource the path of what was made
 * @param events what nodes are to learn once it is committed
 */
public record Effect(String resource, List<StreamEvent> events) {

  /** Something was made that no stream tells of. */
  public static Effect made(String resource) {
    return new Effect(resource, List.of());
  }

  /** Something was made by storing an entry. */
  public static Effect stored(String resource, Appended appended) {
    return new Effect(resource, List.of(StreamEvent.stored(appended)));
  }
}
