package dev.switchboard.account;

import dev.switchboard.bus.Deliveries;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes registrations from the queue {@code switchboard.registrations}. */
@MessageDriven
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegistrationListener implements MessageListener {

  @Inject private Deliveries deliveries;
  @Inject private Registrations registrations;

  @Override
  public void onMessage(Message message) {
    deliveries.carryOut(message, RegisterUser.class, registrations);
  }
}
