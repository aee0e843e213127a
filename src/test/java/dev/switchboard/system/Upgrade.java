package dev.switchboard.system;

/** The request that turns a plain connection into a socket, for clients that frame themselves. */
final class Upgrade {

  private Upgrade() {}

  static String request(Account account, String subprotocol) {
    return String.join(
        "\r\n",
        "GET /ws HTTP/1.1",
        "Host: " + account.home().base().getAuthority(),
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: " + subprotocol,
        "Authorization: Bearer " + account.token(),
        "",
        "");
  }
}
