package dev.switchboard.chat;

import dev.switchboard.realtime.Action;
import dev.switchboard.realtime.ClientFrame;
import dev.switchboard.realtime.Connection;
import dev.switchboard.realtime.SendMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code sendMessage} with a {@code payload}: publishes in a chat. */
@ApplicationScoped
class SendMessageAction implements Action {
  private final SendMessages messages;
  private final Publishing publishing;

  @SuppressWarnings("NullAway")
  SendMessageAction() {
    this(null, null);
  }

  @Inject
  SendMessageAction(SendMessages messages, Publishing publishing) {
    this.messages = messages;
    this.publishing = publishing;
  }

  @Override
  public String name() {
    return "sendMessage";
  }

  @Override
  public boolean handles(ClientFrame frame) {
    return frame.members().containsKey("payload");
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    PublishRequest request = messages.read(frame, PublishRequest.class);
    messages.accept(connection, frame, key -> publishing.accept(connection.caller(), request, key));
  }
}
