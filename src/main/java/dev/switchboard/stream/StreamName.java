package dev.switchboard.stream;

/**
 * The name of a stream, {@code kind:id}.
 *
 * @param kind the feature's word for its streams, such as {@code board}; no colon in it
 * @param id which of them; may contain colons
 */
public record StreamName(String kind, String id) {

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}
