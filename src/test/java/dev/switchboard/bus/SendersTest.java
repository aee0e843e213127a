package dev.switchboard.bus;

import static dev.switchboard.bus.EmbeddedBroker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendersTest {
  private EmbeddedBroker broker;
  private Senders senders;

  @BeforeEach
  void start() throws Exception {
    broker = new EmbeddedBroker();
    senders = Senders.of(broker.connections());
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void what_is_sent_is_on_the_queue() throws JMSException {
    send("a");

    assertThat(next()).isEqualTo("a");
  }

  @Test
  void one_connection_is_kept_for_the_messages_that_follow() {
    List.of("a", "b", "c").forEach(this::send);

    assertThat(broker.openConnections()).isOne();
  }

  @Test
  void one_that_failed_is_not_kept() {
    send("a");
    assertThatThrownBy(() -> senders.toQueue(QUEUE, session -> unwritable()))
        .isInstanceOf(IllegalStateException.class);

    assertThat(broker.openConnections()).isZero();
  }

  @Test
  void a_broker_that_was_away_between_two_messages_gets_the_second() throws Exception {
    send("a");
    broker.restart();

    send("b");

    assertThat(next()).isEqualTo("b");
  }

  @Test
  void nothing_is_kept_at_the_end() {
    send("a");

    senders.end();

    assertThat(broker.openConnections()).isZero();
  }

  @Test
  void a_broker_that_is_away_is_told_as_unavailable() {
    send("a");
    broker.close();

    assertThatThrownBy(() -> send("b")).isInstanceOf(ProblemException.class);
  }

  private void send(String text) {
    senders.toQueue(QUEUE, session -> session.createTextMessage(text));
  }

  private static TextMessage unwritable() {
    throw new IllegalStateException("unwritable");
  }

  private String next() throws JMSException {
    try (Connection connection = broker.connections().createConnection();
        Session session = connection.createSession();
        MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE))) {
      connection.start();
      return consumer.receive().getBody(String.class);
    }
  }
}
