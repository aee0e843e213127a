package dev.switchboard.bus;

import dev.switchboard.platform.Settings;
import dev.switchboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/**
 * Tells every node what happened to streams: this one at once, the others by a topic that each
 * listens to. Events are not durable: a node that misses one finds the entry in the database. One
 * that is told again passes where the entry has a number; others are told once to each node.
 */
@ApplicationScoped
public class Events {
  static final String TOPIC = "switchboard.events";
  private static final Logger LOG = System.getLogger(Events.class.getName());
  private static final String COUNT = "switchboard_count";

  /** By which the broker keeps a node's own events from it, where the node has a name. */
  private static final String NODE = "switchboard_node";

  private static final String PROCESS = "switchboard_process";

  /** Tells our own events from those of others, while this process lives. */
  private final String here = UUID.randomUUID().toString();

  private final Senders senders;
  private final StreamEventHandler handler;
  private final EventCounts counts;
  private final String node;
  private final Told told = new Told();

  @SuppressWarnings("NullAway")
  Events() {
    this(null, null, null, "");
  }

  @Inject
  Events(Senders senders, StreamEventHandler handler, EventCounts counts, Settings settings) {
    this(senders, handler, counts, settings.nodeName());
  }

  Events(Senders senders, StreamEventHandler handler, EventCounts counts, String node) {
    this.senders = senders;
    this.handler = handler;
    this.counts = counts;
    this.node = node;
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
    if (!events.isEmpty()) {
      senders.toTopic(TOPIC, session -> pack(events, session));
      counts.published(events.size());
    }
  }

  private Message pack(List<StreamEvent> events, Session session) throws JMSException {
    StreamMessage message = session.createStreamMessage();
    message.setStringProperty(NODE, node);
    message.setStringProperty(PROCESS, here);
    message.setIntProperty(COUNT, events.size());
    Format.current().writeTo(message);
    for (StreamEvent event : events) {
      message.writeString(event.stream());
      message.writeLong(event.number());
      message.writeLong(event.epoch());
      message.writeString(event.id());
      message.writeString(event.trace());
      message.writeString(event.frame());
    }
    return message;
  }

  /** Takes in what another node tells, if this release reads it; otherwise it is as if lost. */
  void receive(StreamMessage message) throws JMSException {
    if (here.equals(message.getStringProperty(PROCESS)) || !Format.of(message).isRead()) {
      return;
    }
    int count = message.getIntProperty(COUNT);
    counts.received(count);
    for (int i = 0; i < count; i++) {
      hand(
          new StreamEvent(
              message.readString(),
              message.readLong(),
              message.readLong(),
              message.readString(),
              message.readString(),
              message.readString()));
    }
  }

  private void hand(StreamEvent event) {
    if (!event.id().isEmpty() && !told.add(event.id())) {
      return;
    }
    try {
      handler.accept(event);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An event was not taken in; the comparison finds what it told", e);
    }
  }
}
