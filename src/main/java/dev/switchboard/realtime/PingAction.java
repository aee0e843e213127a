package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;

/** {@code ping}, for clients that cannot send ping frames. */
@ApplicationScoped
class PingAction implements Action {

  @Override
  public String name() {
    return "ping";
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    connection.send(frame.answer("pong").build().toString());
  }
}
