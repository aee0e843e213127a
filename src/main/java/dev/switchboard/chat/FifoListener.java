package dev.switchboard.chat;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import dev.switchboard.bus.Handler;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Stores the messages that have an order within their chat. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Format.READ))
public class FifoListener extends CommandListener<PublishMessage> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private MessageStoring storing;

  public FifoListener() {
    super(PublishMessage.class);
  }

  @Override
  protected Handler<PublishMessage> handler() {
    return storing;
  }
}
