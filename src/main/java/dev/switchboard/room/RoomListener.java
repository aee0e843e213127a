package dev.switchboard.room;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import dev.switchboard.bus.Handler;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Stores what is said in rooms. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Format.READ))
public class RoomListener extends CommandListener<SendMessage> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private MessageStoring storing;

  public RoomListener() {
    super(SendMessage.class);
  }

  @Override
  protected Handler<SendMessage> handler() {
    return storing;
  }
}
