package dev.switchboard.bus;

import static dev.switchboard.bus.EmbeddedBroker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParcelTest {
  private EmbeddedBroker broker;
  private Connection connection;
  private Session session;

  @BeforeEach
  void start() throws Exception {
    broker = new EmbeddedBroker();
    connection = broker.connections().createConnection();
    session = connection.createSession();
    connection.start();
  }

  @AfterEach
  void stop() throws JMSException {
    connection.close();
    broker.close();
  }

  @Test
  void one_goes_as_a_text_with_its_envelope() throws JMSException {
    Message sent = sent(Parcel.pack(List.of(parcel("1", "lane-1")), session));

    assertThat(sent).isInstanceOf(TextMessage.class);
    assertThat(Format.of(sent)).isEqualTo(Format.current());
    assertThat(Parcel.unpack(sent)).containsExactly(parcel("1", "lane-1"));
  }

  @Test
  void several_go_together_in_order_and_as_one_group() throws JMSException {
    List<Parcel> parcels =
        IntStream.range(0, 200).mapToObj(i -> parcel("é" + i, "lane-1")).toList();

    Message sent = sent(Parcel.pack(parcels, session));

    assertThat(sent.getStringProperty("JMSXGroupID")).isEqualTo("lane-1");
    assertThat(sent.getIntProperty("switchboard_format")).isEqualTo(1);
    assertThat(Parcel.unpack(sent)).isEqualTo(parcels);
  }

  @Test
  void what_is_put_back_keeps_the_format_that_it_has() throws JMSException {
    Message of = session.createTextMessage("{}");
    new Format(7).writeTo(of);

    Message again = Parcel.unpack(of).get(0).enclose(session, "a failure");

    assertThat(Format.of(again)).isEqualTo(new Format(7));
  }

  @Test
  void several_without_an_order_are_of_no_group() throws JMSException {
    Message sent = sent(Parcel.pack(List.of(parcel("1", null), parcel("2", null)), session));

    assertThat(sent.propertyExists("JMSXGroupID")).isFalse();
    assertThat(Parcel.unpack(sent)).hasSize(2);
  }

  @Test
  void a_message_that_only_looks_like_ours_is_one_that_cannot_be_read() throws JMSException {
    StreamMessage strange = session.createStreamMessage();
    strange.setIntProperty("switchboard_count", 3);
    strange.writeString("not enough");

    assertThat(Parcel.unpack(sent(strange)))
        .containsExactly(new Parcel(Envelope.ofGroup(null), new BodyText("")));
  }

  private Message sent(Message message) throws JMSException {
    session.createProducer(session.createQueue(QUEUE)).send(message);
    return session.createConsumer(session.createQueue(QUEUE)).receive();
  }

  private static Parcel parcel(String id, @Nullable String group) {
    return new Parcel(
        new Envelope(id, "make-thing", "alice", "trace-" + id, group),
        new BodyText("{\"id\":\"" + id + "\"}"));
  }
}
