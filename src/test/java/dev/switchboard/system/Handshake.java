package dev.switchboard.system;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionException;

/** The opening of a socket, put together step by step. */
final class Handshake {

  private final Switchboard home;
  private final WebSocket.Builder builder =
      Call.HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(60));
  private String query = "";

  Handshake(Switchboard home) {
    this.home = home;
  }

  Handshake bearer(String token) {
    builder.header("Authorization", "Bearer " + token);
    return this;
  }

  Handshake query(String text) {
    query = "?" + text;
    return this;
  }

  Handshake origin(String origin) {
    builder.header("Origin", origin);
    return this;
  }

  Handshake subprotocols(String preferred, String... others) {
    builder.subprotocols(preferred, Arrays.copyOf(others, others.length));
    return this;
  }

  Socket open() {
    Socket socket = new Socket();
    socket.attach(builder.buildAsync(home.socket(query), socket).join());
    return socket;
  }

  /** The HTTP status with which the server refuses; 101 if it does not. */
  int status() {
    try (Socket opened = open()) {
      return opened.isOpen() ? 101 : 0;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refusal) {
        return refusal.getResponse().statusCode();
      }
      throw e;
    }
  }
}
