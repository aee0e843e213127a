package dev.switchboard.broadcast;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import dev.switchboard.bus.Handler;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Sends broadcasts. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Format.READ))
public class BroadcastListener extends CommandListener<SendBroadcast> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private Broadcasting handler;

  public BroadcastListener() {
    super(SendBroadcast.class);
  }

  @Override
  protected Handler<SendBroadcast> handler() {
    return handler;
  }
}
