package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;

/** {@code echo}: gives the frame back. */
@ApplicationScoped
class EchoAction implements Action {

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    connection.send(frame.answer("echo").add("data", frame.members()).build().toString());
  }
}
