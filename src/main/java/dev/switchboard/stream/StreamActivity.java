package dev.switchboard.stream;

import java.time.Instant;

/**
 * A stream that has entries.
 *
 * @param id which of its kind
 * @param lastAt when its last entry was stored
 */
public record StreamActivity(String id, Instant lastAt) {}
