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
  void nothing_of_a_send_stays_open() {
    send("a");
    assertThatThrownBy(() -> senders.toQueue(QUEUE, context -> unwritable()))
        .isInstanceOf(IllegalStateException.class);

    assertThat(broker.openConnections()).isZero();
  }

  @Test
  void a_broker_that_is_away_is_told_as_unavailable() {
    send("a");
    broker.close();

    assertThatThrownBy(() -> send("b")).isInstanceOf(ProblemException.class);
  }

  private void send(String text) {
    senders.toQueue(QUEUE, context -> context.createTextMessage(text));
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
