package dev.switchboard.note;

import dev.switchboard.stream.StreamName;

/**
 * A feed of what happens to notes.
 *
 * @param name what clients call it
 * @param stream what it is stored in
 */
record Feed(String name, StreamName stream) {
  static final String KIND = "notes";
  static final String MINE = "mine";
  static final Feed EVERYBODYS = new Feed("public", new StreamName(KIND, "public"));

  /** The feed of a user's own notes. */
  static Feed of(String userId) {
    return new Feed(MINE, new StreamName(KIND, "of:" + userId));
  }
}
