package dev.switchboard.bus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be carried out and waits for an administrator.
 *
 * @param id of the letter, not of the command in it
 * @param queue the queue that it failed on
 * @param kind the kind of command; absent where the message did not say
 * @param deliveryCount how often it was tried
 * @param error why it failed, as far as is known
 * @param failedAt when it failed; for what the broker put away by itself, when it was sent
 * @param body the message's text without secrets; absent where it has none
 */
public record DeadLetter(
    String id,
    String queue,
    @Nullable String kind,
    int deliveryCount,
    String error,
    Instant failedAt,
    @Nullable String body) {}
