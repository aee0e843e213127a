package dev.switchboard.room;

import dev.switchboard.realtime.Action;
import dev.switchboard.realtime.ClientFrame;
import dev.switchboard.realtime.Connection;
import dev.switchboard.realtime.SendMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code sendMessage} with a {@code roomId}: says something in a room. */
@ApplicationScoped
class SendMessageAction implements Action {
  private final SendMessages messages;
  private final Sending sending;

  @SuppressWarnings("NullAway")
  SendMessageAction() {
    this(null, null);
  }

  @Inject
  SendMessageAction(SendMessages messages, Sending sending) {
    this.messages = messages;
    this.sending = sending;
  }

  @Override
  public String name() {
    return "sendMessage";
  }

  @Override
  public boolean handles(ClientFrame frame) {
    return frame.members().containsKey("roomId") && !frame.members().containsKey("payload");
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    MessageRequest request = messages.read(frame, MessageRequest.class);
    messages.accept(connection, frame, key -> sending.accept(connection.caller(), request, key));
  }
}
