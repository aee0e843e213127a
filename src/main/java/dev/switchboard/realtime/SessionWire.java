package dev.switchboard.realtime;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The wire of a WebSocket session. */
final class SessionWire implements Wire {
  private final Session session;

  SessionWire(Session session) {
    this.session = session;
  }

  @Override
  public boolean write(String text) {
    try {
      session.getBasicRemote().sendText(text);
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public void begin(String text, Completion done) {
    try {
      session.getAsyncRemote().sendText(text, result -> done.ended(result.isOK()));
    } catch (RuntimeException e) {
      done.ended(false);
    }
  }

  @Override
  public boolean ping() {
    try {
      session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
