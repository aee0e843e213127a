package dev.switchboard.stream;

/**
 * An entry that was just stored.
 *
 * @param epoch the epoch of its stream: how often the right to read it was withdrawn before
 */
public record Appended(Entry entry, long epoch) {}
