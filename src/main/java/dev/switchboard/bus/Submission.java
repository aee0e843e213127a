package dev.switchboard.bus;

import org.jspecify.annotations.Nullable;

/**
 * What a door hands over with a command.
 *
 * @param author the user who asks
 * @param queue the queue that the command goes to
 * @param ordered whether it is carried out behind all that the queue took before it in order
 * @param idempotencyKey the client's key of 1 to 128 printable ASCII characters, or null
 * @param request what the client sent, without secrets: a key that comes back must come with the
 *     same
 */
public record Submission(
    String author,
    String queue,
    boolean ordered,
    @Nullable String idempotencyKey,
    Object request) {}
