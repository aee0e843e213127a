package dev.switchboard.bus;

import static dev.switchboard.bus.EmbeddedBroker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Waiting;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While one release takes the place of another, each gets what it reads. */
class FormatTest {
  private static final long SOON_MILLIS = Waiting.LIMIT.toMillis();
  private static final Format LATER = new Format(Format.current().number() + 1);
  private static final String READ_LATER =
      Format.READ + " OR switchboard_format = " + LATER.number();

  private EmbeddedBroker broker;
  private Connection connection;

  @BeforeEach
  void start() throws Exception {
    broker = new EmbeddedBroker();
    connection = broker.connections().createConnection();
    connection.start();
  }

  @AfterEach
  void stop() throws JMSException {
    connection.close();
    broker.close();
  }

  @Test
  void what_says_nothing_of_its_format_is_of_the_first() throws JMSException {
    send("of old", null, null);

    assertThat(texts(node(Format.READ), 1)).containsExactly("of old");
    assertThat(Format.of(connection.createSession().createMessage())).isEqualTo(new Format(1));
  }

  @Test
  void what_a_later_release_writes_goes_to_its_nodes() throws JMSException {
    MessageConsumer older = node(Format.READ);
    MessageConsumer newer = node(READ_LATER);

    send("later", LATER, null);

    assertThat(texts(newer, 1)).containsExactly("later");
    assertThat(older.receiveNoWait()).isNull();
  }

  @Test
  void listeners_select_what_a_release_says_it_reads() throws JMSException {
    List<Format> formats = IntStream.rangeClosed(0, 3).mapToObj(Format::new).toList();
    for (Format each : formats) {
      send(each.toString(), each, null);
    }
    List<String> read = formats.stream().filter(Format::isRead).map(Format::toString).toList();

    assertThat(read).contains(Format.current().toString());
    MessageConsumer node = node(Format.READ);
    assertThat(texts(node, read.size())).isEqualTo(read);
    assertThat(node.receiveNoWait()).isNull();
  }

  @Test
  void what_keeps_its_order_waits_for_no_node_of_another_release() throws JMSException {
    MessageConsumer older = node(Format.READ);
    send("1", Format.current(), Format.IN_ORDER);
    assertThat(texts(older, 1)).containsExactly("1");
    MessageConsumer newer = node(READ_LATER);

    send("2", LATER, "in-order-later");
    send("3", Format.current(), Format.IN_ORDER);
    send("4", LATER, "in-order-later");

    assertThat(texts(newer, 2)).containsExactly("2", "4");
    assertThat(texts(older, 1)).containsExactly("3");
  }

  private MessageConsumer node(String selector) throws JMSException {
    Session session = connection.createSession();
    return session.createConsumer(session.createQueue(QUEUE), selector);
  }

  private static List<String> texts(MessageConsumer node, int count) throws JMSException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Message message = node.receive(SOON_MILLIS);
      texts.add(message == null ? "nothing" : ((TextMessage) message).getText());
    }
    return texts;
  }

  private void send(String text, @Nullable Format format, @Nullable String group)
      throws JMSException {
    try (Session session = connection.createSession();
        MessageProducer producer = session.createProducer(session.createQueue(QUEUE))) {
      TextMessage message = session.createTextMessage(text);
      if (format != null) {
        format.writeTo(message);
      }
      message.setStringProperty("JMSXGroupID", group);
      producer.send(message);
    }
  }
}
