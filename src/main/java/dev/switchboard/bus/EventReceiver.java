package dev.switchboard.bus;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.StreamMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Hands the events of other nodes to this one. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(
            propertyName = "destinationType",
            propertyValue = "jakarta.jms.Topic"))
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventReceiver implements MessageListener {
  private static final Logger LOG = System.getLogger(EventReceiver.class.getName());

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Events events;

  @Override
  public void onMessage(Message message) {
    try {
      events.receive((StreamMessage) message);
    } catch (JMSException | RuntimeException e) {
      // It would come again at once, and without end.
      LOG.log(
          Level.WARNING, "An event was not taken in; the comparison finds what it told: {0}", e);
    }
  }
}
