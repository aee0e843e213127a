package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.StreamMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/**
 * Tells every node what happened to streams: this one at once, the others by a topic that each
 * listens to. Events are not durable: a node that misses one finds the entry in the database.
 */
@ApplicationScoped
public class Events {
  static final String TOPIC = "switchboard.events";
  private static final Logger LOG = System.getLogger(Events.class.getName());
  private static final String COUNT = "switchboard_count";
  private static final String NODE = "switchboard_node";

  /** Tells our own events from those of others, while this process lives. */
  private final String here = UUID.randomUUID().toString();

  @Resource(lookup = "jms/switchboard", shareable = false)
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory connections;

  private final StreamEventHandler handler;

  @SuppressWarnings("NullAway")
  Events() {
    this(null);
  }

  @Inject
  Events(StreamEventHandler handler) {
    this.handler = handler;
  }

  /**
   * Publishes an event.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away, and other nodes learn of it later
   */
  public void publish(StreamEvent event) {
    tellHere(List.of(event));
    tellOthers(List.of(event));
  }

  void tellHere(List<StreamEvent> events) {
    events.forEach(this::hand);
  }

  void tellOthers(List<StreamEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    try (JMSContext context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .send(context.createTopic(TOPIC), pack(events, context));
    } catch (JMSException | JMSRuntimeException e) {
      throw ProblemException.unavailable(e);
    }
  }

  private Message pack(List<StreamEvent> events, JMSContext context) throws JMSException {
    StreamMessage message = context.createStreamMessage();
    message.setStringProperty(NODE, here);
    message.setIntProperty(COUNT, events.size());
    for (StreamEvent event : events) {
      message.writeString(event.stream());
      message.writeLong(event.number());
      message.writeLong(event.epoch());
      message.writeString(event.frame());
    }
    return message;
  }

  /** Takes in what another node tells. */
  void receive(StreamMessage message) throws JMSException {
    if (here.equals(message.getStringProperty(NODE))) {
      return;
    }
    int count = message.getIntProperty(COUNT);
    for (int i = 0; i < count; i++) {
      hand(
          new StreamEvent(
              message.readString(), message.readLong(), message.readLong(), message.readString()));
    }
  }

  private void hand(StreamEvent event) {
    try {
      handler.accept(event);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An event was not taken in; the comparison finds what it told", e);
    }
  }
}
