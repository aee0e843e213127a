package dev.switchboard.bus;

import org.jspecify.annotations.Nullable;

/**
 * What a door hands over with a command.
 *
 * @param author the user who asks
 * @param queue the queue that the command goes to
 * @param group commands of one group are carried out one after the other, in order; null for no
 *     order
 * @param idempotencyKey the client's key of 1 to 128 printable ASCII characters, or null
 * @param request what the client sent, without secrets: a key that comes back must come with the
 *     same
 */
public record Submission(
    String author,
    String queue,
    @Nullable String group,
    @Nullable String idempotencyKey,
    Object request) {}
