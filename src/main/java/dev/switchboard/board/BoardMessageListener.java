package dev.switchboard.board;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import dev.switchboard.bus.Handler;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Posts messages on boards. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Format.READ))
public class BoardMessageListener extends CommandListener<PostMessage> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private MessagePosting posting;

  public BoardMessageListener() {
    super(PostMessage.class);
  }

  @Override
  protected Handler<PostMessage> handler() {
    return posting;
  }
}
