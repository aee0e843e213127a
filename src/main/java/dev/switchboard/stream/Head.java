package dev.switchboard.stream;

/**
 * How far a stream has come.
 *
 * @param number of its last entry; 0 where there is none
 * @param epoch how often the right to read it was withdrawn from somebody
 */
public record Head(long number, long epoch) {
  static final Head NONE = new Head(0, 0);
}
