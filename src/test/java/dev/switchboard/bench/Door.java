package dev.switchboard.bench;

import java.net.URI;

/**
 * The server under load, and the token that opens it.
 *
 * @param lines whether sockets take several messages in one frame
 */
record Door(URI url, String token, boolean lines) {
  String host() {
    return url.getHost();
  }

  int port() {
    return url.getPort() < 0 ? 80 : url.getPort();
  }

  String authority() {
    return host() + ":" + port();
  }

  URI socket() {
    return URI.create("ws://" + authority() + "/ws");
  }

  String subprotocol() {
    return lines ? "switchboard.v1.lines" : "switchboard.v1";
  }

  String authorization() {
    return "Bearer " + token;
  }
}
