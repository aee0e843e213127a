package dev.switchboard.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user may do in a chat; each role may also do what the ones below it may. */
enum Role {
  READER,
  MEMBER,
  OWNER;

  /** The words of all roles, as a regular expression. */
  static final String WORDS = "owner|member|reader";

  static Role of(String word) {
    return find(word).orElseThrow(() -> new IllegalArgumentException("no role: " + word));
  }

  private static Optional<Role> find(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** The role as clients and the database write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean mayPublish() {
    return this != READER;
  }

  boolean mayGrant() {
    return this == OWNER;
  }
}
