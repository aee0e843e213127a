package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.Waiting;
import dev.switchboard.launch.Broker;
import dev.switchboard.launch.Ports;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, where the broker of {@code liberty/broker.xml} asks for accounts. */
@TestInstance(Lifecycle.PER_CLASS)
class BrokerSecurityTest {

  private static final String QUEUE = "switchboard.boards";
  private static final String LOST = "switchboard.lost";
  private static final String NODE = "node";
  private static final String STRANGER = "stranger";
  private static final String PASSWORD = "secret";
  private static final String NOT_ALLOWED = "does not have permission";
  private static final long SOON_MILLIS = Waiting.LIMIT.toMillis();

  private final Broker broker;
  private final ActiveMQConnectionFactory connections;

  BrokerSecurityTest(@TempDir Path folder) {
    SecurityConfiguration accounts = new SecurityConfiguration();
    accounts.addUser(NODE, PASSWORD);
    accounts.addRole(NODE, "switchboard");
    accounts.addUser(STRANGER, PASSWORD);
    accounts.addRole(STRANGER, "somebody-else");
    broker = Broker.at(folder, Ports.free()).admit(accounts);
    connections = new ActiveMQConnectionFactory("tcp://localhost:" + broker.port());
  }

  @BeforeAll
  void start() {
    broker.start();
  }

  @AfterAll
  void stop() {
    connections.close();
    broker.stop();
  }

  /** What somebody does at the broker. */
  private interface Work {
    void in(Session session) throws Exception;
  }

  private void as(String account, Work work) throws Exception {
    try (Connection connection = connections.createConnection(account, PASSWORD);
        Session session = connection.createSession()) {
      connection.start();
      work.in(session);
    }
  }

  private void assertRefused(String account, Work work) {
    assertThatThrownBy(() -> as(account, work))
        .isInstanceOfAny(JMSSecurityException.class, ActiveMQSecurityException.class);
  }

  @ParameterizedTest
  @CsvSource({"node, wrong", "node,", "nobody, secret", ","})
  void who_has_no_account_is_not_let_in(@Nullable String account, @Nullable String password) {
    assertThatThrownBy(() -> connections.createConnection(account, password).close())
        .isInstanceOf(JMSSecurityException.class);
  }

  @Test
  void an_account_without_the_role_may_do_nothing() {
    assertRefused(STRANGER, session -> send(session, session.createQueue(QUEUE)));
    assertRefused(STRANGER, session -> session.createConsumer(session.createQueue(QUEUE)));
    assertRefused(STRANGER, session -> browse(session));
    assertRefused(
        STRANGER, session -> session.createConsumer(session.createTopic("switchboard.events")));
    assertRefused(STRANGER, Session::createTemporaryQueue);
    assertRefused(STRANGER, session -> send(session, session.createQueue("activemq.management")));
  }

  @Test
  void the_nodes_may_use_queues_and_topics_and_ask_for_figures() throws Exception {
    as(
        NODE,
        session -> {
          Queue queue = session.createQueue(QUEUE);
          send(session, queue);
          browse(session);
          assertThat(session.createConsumer(queue).receive(SOON_MILLIS)).isNotNull();
          session.createConsumer(session.createTopic("switchboard.events")).close();
          send(session, session.createTopic("switchboard.events"));
          assertThat(figure(session, "queue." + QUEUE, "MessageCount")).isEmpty();
          assertThat(figure(session, "queue." + QUEUE, "FirstMessageAge")).isEmpty();
          assertThat(told(session, "broker", "getQueueNames", "[\"ANYCAST\"]")).isEmpty();
        });
  }

  @Test
  void the_nodes_may_not_change_what_queues_there_are() {
    assertRefused(
        NODE,
        session ->
            session.createSharedDurableConsumer(
                session.createTopic("switchboard.events"), "for-ever"));
    assertRefused(NODE, session -> core(session).deleteQueue(QUEUE));
  }

  @Test
  void the_nodes_may_not_tell_the_broker_what_to_do() throws Exception {
    as(
        NODE,
        session -> {
          assertForbidden(told(session, "broker", "destroyQueue", "[\"" + QUEUE + "\"]"));
          assertForbidden(told(session, "broker", "deleteAddress", "[\"switchboard.events\"]"));
          assertForbidden(told(session, "queue." + QUEUE, "removeAllMessages", "[]"));
        });
    assertThat(broker.server().locateQueue(QUEUE)).isNotNull();
  }

  /** The broker would warn in its log of each that has nowhere to put what is lost. */
  @Test
  void the_queues_by_which_it_answers_have_an_address_for_what_is_lost() throws Exception {
    as(
        NODE,
        session -> {
          String name = session.createTemporaryQueue().getQueueName();
          AddressSettings settings = broker.server().getAddressSettingsRepository().getMatch(name);
          assertThat(settings.getDeadLetterAddress().toString()).isEqualTo(LOST);
          assertThat(settings.getExpiryAddress().toString()).isEqualTo(LOST);
        });
  }

  private static void assertForbidden(Optional<String> refusal) {
    assertThat(refusal).hasValueSatisfying(reason -> assertThat(reason).contains(NOT_ALLOWED));
  }

  private static ClientSession core(Session session) {
    return ((ActiveMQSession) session).getCoreSession();
  }

  private static void send(Session session, Destination destination) throws JMSException {
    session.createProducer(destination).send(session.createMessage());
  }

  private static void browse(Session session) throws JMSException {
    session.createBrowser(session.createQueue(QUEUE)).getEnumeration().hasMoreElements();
  }

  private static Optional<String> figure(Session session, String resource, String attribute)
      throws JMSException {
    Message request = session.createMessage();
    request.setStringProperty("_AMQ_ResourceName", resource);
    request.setStringProperty("_AMQ_Attribute", attribute);
    return refusal(session, request);
  }

  private static Optional<String> told(
      Session session, String resource, String operation, String arguments) throws JMSException {
    Message request = session.createTextMessage(arguments);
    request.setStringProperty("_AMQ_ResourceName", resource);
    request.setStringProperty("_AMQ_OperationName", operation);
    return refusal(session, request);
  }

  /** Why the broker did not do what a message to its management asks for; empty where it did. */
  private static Optional<String> refusal(Session session, Message request) throws JMSException {
    TemporaryQueue replyTo = session.createTemporaryQueue();
    try (MessageConsumer replies = session.createConsumer(replyTo)) {
      request.setJMSReplyTo(replyTo);
      session.createProducer(session.createQueue("activemq.management")).send(request);
      Message reply = Objects.requireNonNull(replies.receive(SOON_MILLIS), "no answer");
      return reply.getBooleanProperty("_AMQ_OperationSucceeded")
          ? Optional.empty()
          : Optional.of(reply.getBody(String.class));
    }
  }
}
