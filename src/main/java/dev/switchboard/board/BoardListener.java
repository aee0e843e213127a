package dev.switchboard.board;

import dev.switchboard.bus.Deliveries;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Opens boards. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(
            propertyName = "destinationType",
            propertyValue = "jakarta.jms.Queue"))
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BoardListener implements MessageListener {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private Deliveries deliveries;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private BoardCreation creation;

  @Override
  public void onMessage(Message message) {
    deliveries.carryOut(message, CreateBoard.class, creation);
  }
}
