package dev.switchboard.bus;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * A message-driven bean that hands the commands of a queue to the use case that carries them out.
 * No transaction is begun for it: the message is acknowledged after that of the use case. The
 * annotation stands here, for it holds for the methods of its own class alone.
 *
 * @param <C> the kind of command on the queue
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class CommandListener<C extends Command> implements MessageListener {
  private final Class<C> type;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Deliveries deliveries;

  protected CommandListener(Class<C> type) {
    this.type = type;
  }

  /** Carries out one command. */
  protected abstract Handler<C> handler();

  @Override
  public void onMessage(Message message) {
    deliveries.carryOut(message, type, handler());
  }
}
