package dev.switchboard.bus;

import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the broker about its queues, by the management messages of Artemis (its manual: "Using
 * Management Message API"): a request to a special queue, the result as a JSON array in the reply.
 */
@ApplicationScoped
class BrokerManagement {
  private static final String DESK = "activemq.management";
  private static final String RESOURCE = "_AMQ_ResourceName";
  private static final String OPERATION = "_AMQ_OperationName";
  private static final String ATTRIBUTE = "_AMQ_Attribute";
  private static final String SUCCEEDED = "_AMQ_OperationSucceeded";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Sessions sessions;
  private final Duration patience;

  @SuppressWarnings("NullAway")
  BrokerManagement() {
    this(null, null);
  }

  @Inject
  BrokerManagement(Sessions sessions) {
    this(sessions, PATIENCE);
  }

  BrokerManagement(Sessions sessions, Duration patience) {
    this.sessions = sessions;
    this.patience = patience;
  }

  /**
   * The names of all queues that take a message once, sorted.
   *
   * @throws ProblemException UNAVAILABLE when the broker does not answer in time
   */
  List<String> queueNames() {
    return sessions.lend(
        session -> {
          Message request = session.createTextMessage("[\"ANYCAST\"]");
          request.setStringProperty(RESOURCE, "broker");
          request.setStringProperty(OPERATION, "getQueueNames");
          JsonValue names = new Desk(session).ask(request);
          return names.asJsonArray().getValuesAs(JsonString::getString).stream().sorted().toList();
        });
  }

  /**
   * How many messages lie in each of these queues.
   *
   * @throws ProblemException UNAVAILABLE when the broker does not answer in time
   */
  Map<String, Long> depths(List<String> queues) {
    return ask("MessageCount", queues);
  }

  /**
   * How many milliseconds ago the message at the head of each of these queues was sent; a queue all
   * of whose messages are handed out to listeners is left out.
   *
   * @throws ProblemException UNAVAILABLE when the broker does not answer in time
   */
  Map<String, Long> ages(List<String> queues) {
    return ask("FirstMessageAge", queues);
  }

  private Map<String, Long> ask(String attribute, List<String> queues) {
    return sessions.lend(
        session -> {
          Desk desk = new Desk(session);
          Map<String, Long> answers = new LinkedHashMap<>();
          for (String queue : queues) {
            Message request = session.createMessage();
            request.setStringProperty(RESOURCE, "queue." + queue);
            request.setStringProperty(ATTRIBUTE, attribute);
            if (desk.ask(request) instanceof JsonNumber number) {
              answers.put(queue, number.longValue());
            }
          }
          return answers;
        });
  }

  /** A place to send requests from, one after the other. */
  private final class Desk {
    private final MessageProducer requests;
    private final TemporaryQueue replyTo;
    private final MessageConsumer replies;

    Desk(Session session) throws JMSException {
      requests = session.createProducer(session.createQueue(DESK));
      replyTo = session.createTemporaryQueue();
      replies = session.createConsumer(replyTo);
    }

    /** What the broker says; null where it has nothing to say. */
    JsonValue ask(Message request) throws JMSException {
      request.setJMSReplyTo(replyTo);
      requests.send(request);
      Message reply = replies.receive(patience.toMillis());
      if (reply == null) {
        throw ProblemException.busy(patience);
      }
      if (!reply.getBooleanProperty(SUCCEEDED)) {
        throw new JMSException("The broker refused a management request: " + text(reply));
      }
      @Nullable String answer = text(reply);
      return answer == null ? JsonValue.NULL : Json.parse(answer).asJsonArray().get(0);
    }

    private static @Nullable String text(Message reply) throws JMSException {
      return ((TextMessage) reply).getText();
    }
  }
}
