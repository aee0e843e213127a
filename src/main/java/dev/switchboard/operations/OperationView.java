package dev.switchboard.operations;

import dev.switchboard.bus.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param kind the kind of command, such as {@code post-message}
 * @param status {@code pending}, {@code succeeded} or {@code failed}
 * @param resource the path of what was made
 * @param error why it failed
 */
public record OperationView(
    UUID id, String kind, String status, @Nullable String resource, @Nullable String error) {

  static OperationView of(Operation operation) {
    return new OperationView(
        operation.id(),
        operation.kind(),
        operation.status(),
        operation.resource().orElse(null),
        operation.error().orElse(null));
  }
}
