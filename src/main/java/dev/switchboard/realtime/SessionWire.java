package dev.switchboard.realtime;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The wire of a WebSocket session. */
final class SessionWire implements Outbox.Wire {
  private final Session session;

  SessionWire(Session session) {
    this.session = session;
  }

  @Override
  public void write(String text, Outbox.Completion done) {
    try {
      session.getAsyncRemote().sendText(text, result -> done.ended(result.isOK()));
    } catch (RuntimeException e) {
      done.ended(false);
    }
  }

  @Override
  public void ping(Outbox.Completion done) {
    boolean well = true;
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | RuntimeException e) {
      well = false;
    }
    done.ended(well);
  }
}
