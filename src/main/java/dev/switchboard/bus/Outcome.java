package dev.switchboard.bus;

import dev.switchboard.stream.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a command, and what is to be stored for it.
 *
 * @param resource the path of what was made, where it succeeded
 * @param error why it can never be carried out, where it failed
 */
record Outcome(
    Command command, @Nullable String resource, @Nullable String error, List<Draft> drafts) {

  static Outcome success(Command command, Effect effect) {
    return new Outcome(command, effect.resource(), null, effect.drafts());
  }

  static Outcome failure(Command command, Refusal refusal, List<Draft> drafts) {
    return new Outcome(command, null, refusal.reason(), drafts);
  }

  String status() {
    return error == null ? "succeeded" : "failed";
  }
}
