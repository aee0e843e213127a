package dev.switchboard.system;

/** Somebody who is signed in at an installation. */
record Account(Switchboard home, String userId, String username, String email, String token) {

  static final String PASSWORD = "Switchboard1";

  Api api() {
    return new Api(home, token);
  }

  Handshake handshake() {
    return new Handshake(home);
  }

  /** A socket of this user, welcomed. */
  Socket connect() {
    return handshake().bearer(token).open().welcomed();
  }

  /** The same user, seen from another node. */
  Account at(Switchboard node) {
    return new Account(node, userId, username, email, token);
  }
}
