package dev.switchboard.account;

/** What may stand in the texts of an account, as regular expressions. */
final class Texts {

  /** Visible characters of any script, and no at sign: that is what tells an e-mail. */
  static final String USERNAME = "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}&&[^@]]{1,64}";

  /** No control characters and no halves of surrogate pairs, which the database cannot hold. */
  static final String PLAIN = "[^\\p{Cc}\\p{Cs}]*";

  static final String NO_USERNAME =
      "must be 1 to 64 printable characters, without spaces and without @";

  static final String NOT_PLAIN = "must not have control characters";

  private Texts() {}
}
