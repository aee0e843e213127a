package dev.switchboard.bus;

import java.util.Set;
import java.util.UUID;

/**
 * What the operations of commands tell when they are taken hold of.
 *
 * @param settled those that succeeded or were refused before
 * @param failed those that failed before and may still succeed
 */
record Held(Set<UUID> settled, Set<UUID> failed) {}
