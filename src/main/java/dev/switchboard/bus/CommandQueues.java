package dev.switchboard.bus;

import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import org.jspecify.annotations.Nullable;

/** Puts commands on queues: durable, and on the broker's disk when {@code send} returns. */
@ApplicationScoped
class CommandQueues {
  static final String ID = "switchboard_id";
  static final String KIND = "switchboard_kind";
  static final String AUTHOR = "switchboard_author";

  @Resource(lookup = "jms/switchboard")
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory connections;

  private final Json json;

  @SuppressWarnings("NullAway")
  CommandQueues() {
    this(null);
  }

  @Inject
  CommandQueues(Json json) {
    this.json = json;
  }

  void send(String queue, @Nullable String group, Command command) {
    try (JMSContext context = connections.createContext()) {
      TextMessage message = context.createTextMessage(json.write(command));
      message.setStringProperty(ID, command.id().toString());
      message.setStringProperty(KIND, Kinds.of(command.getClass()));
      message.setStringProperty(AUTHOR, command.author());
      if (group != null) {
        message.setStringProperty("JMSXGroupID", group);
      }
      context.createProducer().send(context.createQueue(queue), message);
    } catch (JMSException | JMSRuntimeException e) {
      throw ProblemException.unavailable(e);
    }
  }
}
