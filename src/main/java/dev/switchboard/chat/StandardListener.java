package dev.switchboard.chat;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import dev.switchboard.bus.Handler;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Stores the messages that have no order. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Format.READ))
public class StandardListener extends CommandListener<PublishMessage> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private MessageStoring storing;

  public StandardListener() {
    super(PublishMessage.class);
  }

  @Override
  protected Handler<PublishMessage> handler() {
    return storing;
  }
}
