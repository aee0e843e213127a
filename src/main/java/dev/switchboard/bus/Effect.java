package dev.switchboard.bus;

import dev.switchboard.stream.Draft;
import java.util.List;

/**
 * What a command brings about.
 *
 * @param resource the path of what was made
 * @param drafts what is to be stored in streams, in the same transaction, and told to every node
 *     once it is committed
 */
public record Effect(String resource, List<Draft> drafts) {

  /** Something was made that no stream tells of. */
  public static Effect made(String resource) {
    return new Effect(resource, List.of());
  }

  /** Something is told of by an entry of each stream that it concerns. */
  public static Effect append(String resource, Draft... drafts) {
    return new Effect(resource, List.of(drafts));
  }
}
