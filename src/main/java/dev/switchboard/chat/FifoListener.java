package dev.switchboard.chat;

import dev.switchboard.bus.Deliveries;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Stores the messages that have an order within their chat. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(
            propertyName = "destinationType",
            propertyValue = "jakarta.jms.Queue"))
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FifoListener implements MessageListener {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private Deliveries deliveries;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private MessageStoring storing;

  @Override
  public void onMessage(Message message) {
    deliveries.carryOut(message, PublishMessage.class, storing);
  }
}
