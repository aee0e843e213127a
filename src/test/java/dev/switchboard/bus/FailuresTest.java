package dev.switchboard.bus;

import static dev.switchboard.bus.EmbeddedBroker.DEAD;
import static dev.switchboard.bus.EmbeddedBroker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Waiting;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the broker delivers again is put back, or away, once. */
class FailuresTest {
  private final UUID id = UUID.randomUUID();
  private final List<UUID> told = new ArrayList<>();
  private EmbeddedBroker broker;
  private Sessions sessions;
  private Failures failures;

  @BeforeEach
  void start() throws Exception {
    broker = new EmbeddedBroker();
    sessions = Sessions.of(broker.connections());
    failures =
        new Failures(
            new Patience(),
            new Retries(sessions),
            new DeadLetterOffice(sessions, Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void a_command_that_fails_again_with_its_message_is_put_back_once() throws JMSException {
    Message message = delivered();

    fail(message, 0);
    fail(message, 0);

    assertThat(depth(QUEUE)).isEqualTo(1);
  }

  @Test
  void a_command_that_fails_again_with_its_message_leaves_one_dead_letter() throws JMSException {
    Message message = delivered();

    fail(message, 2);
    fail(message, 2);

    assertThat(depth(DEAD)).isEqualTo(1);
    assertThat(told).containsOnly(id);
  }

  @Test
  void a_command_that_was_sent_twice_leaves_one_dead_letter() throws JMSException {
    fail(delivered(), 2);
    fail(delivered(), 2);

    assertThat(depth(DEAD)).isEqualTo(1);
    assertThat(told).containsExactly(id);
  }

  @Test
  void commands_of_one_message_fail_each_for_themselves() throws JMSException {
    Message message = delivered();

    fail(message, UUID.randomUUID(), 0);
    fail(message, UUID.randomUUID(), 0);

    assertThat(depth(QUEUE)).isEqualTo(2);
  }

  @Test
  void a_command_that_was_replayed_fails_anew() throws JMSException {
    fail(delivered(), 2);
    assertThat(new DeadLetterMover(sessions).sendBackOldest(DEAD, 1)).isEqualTo(1);
    told.clear();
    Message replayed = taken();

    fail(replayed, 0);
    assertThat(depth(QUEUE)).isEqualTo(1);

    fail(replayed, 2);
    assertThat(depth(DEAD)).isEqualTo(1);
  }

  private void fail(Message message, int before) throws JMSException {
    fail(message, id, before);
  }

  private void fail(Message message, UUID command, int before) throws JMSException {
    Parcel parcel =
        new Parcel(Format.current(), envelope(command), new BodyText("{}"), before, before > 0);
    assertThat(
            failures.takeCareOf(
                message,
                parcel,
                new IllegalStateException("why"),
                known -> told.contains(known.id()),
                known -> told.add(known.id())))
        .isTrue();
  }

  private static Envelope envelope(UUID command) {
    return new Envelope(command.toString(), "make-thing", "alice", "trace-1", null);
  }

  private Message delivered() {
    sessions.lend(
        session -> {
          TextMessage message = session.createTextMessage("{}");
          envelope(id).writeTo(message);
          session.createProducer(session.createQueue(QUEUE)).send(message);
          return message;
        });
    return taken();
  }

  private Message taken() {
    return sessions.lend(
        session -> {
          try (MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE))) {
            return consumer.receive(Waiting.LIMIT.toMillis());
          }
        });
  }

  private long depth(String queue) {
    return new BrokerManagement(sessions, Waiting.LIMIT)
        .depths(List.of(queue))
        .getOrDefault(queue, -1L);
  }
}
