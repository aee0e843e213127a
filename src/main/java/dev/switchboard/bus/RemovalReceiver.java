package dev.switchboard.bus;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Hands removals of connections to this node. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(
            propertyName = "destinationType",
            propertyValue = "jakarta.jms.Topic"))
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RemovalReceiver implements MessageListener {
  private static final Logger LOG = System.getLogger(RemovalReceiver.class.getName());

  @Inject
  @SuppressWarnings("NullAway.Init")
  private RemovalHandler handler;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Removals removals;

  @Override
  public void onMessage(Message message) {
    try {
      if (handler.remove(message.getStringProperty(Removals.CONNECTION))) {
        removals.confirm(message.getJMSReplyTo());
      }
    } catch (JMSException | RuntimeException e) {
      // It would come again at once, and without end.
      LOG.log(Level.WARNING, "A removal was not taken in: {0}", e);
    }
  }
}
