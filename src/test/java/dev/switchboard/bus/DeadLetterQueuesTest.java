package dev.switchboard.bus;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.bus.EmbeddedBroker.DEAD;
import static dev.switchboard.bus.EmbeddedBroker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Waiting;
import dev.switchboard.bus.DeadLetterQueues.Depth;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterQueuesTest {
  private static final int SECONDS_AHEAD = 300;

  private final UnderWay underWay =
      new UnderWay(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(SECONDS_AHEAD)));
  private EmbeddedBroker broker;
  private Sessions sessions;
  private DeadLetterQueues queues;

  @BeforeEach
  void start() throws Exception {
    broker = new EmbeddedBroker();
    sessions = Sessions.of(broker.connections());
    queues = new DeadLetterQueues(new BrokerManagement(sessions, Waiting.LIMIT), underWay);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void queues_of_commands_are_told_of_and_no_others() {
    assertThat(queues.depths())
        .extracting(Depth::name)
        .containsExactly("switchboard.others", QUEUE);
  }

  @Test
  void an_empty_queue_holds_nothing_old() {
    assertThat(queue()).isEqualTo(new Depth(QUEUE, 0, 0, 0));
  }

  @Test
  void what_waits_and_what_is_dead_is_counted() {
    send(QUEUE);
    send(QUEUE);
    send(DEAD);

    assertThat(queue().depth()).isEqualTo(2);
    assertThat(queue().deadLetters()).isEqualTo(1);
  }

  @Test
  void what_waits_grows_old() {
    send(QUEUE);

    patiently().until(() -> age() > 0.1);
    assertThat(age()).isLessThan(SECONDS_AHEAD);
  }

  @Test
  void what_the_broker_has_handed_out_is_as_old_as_it_is_here() {
    send(QUEUE);
    sessions.lend(
        session -> {
          MessageConsumer listener = session.createConsumer(session.createQueue(QUEUE));
          patiently().until(() -> age() == 0);
          assertThat(queue().depth()).isEqualTo(1);

          Message message = listener.receive();
          underWay.during(message, () -> assertThat(age()).isGreaterThanOrEqualTo(SECONDS_AHEAD));

          assertThat(age()).isZero();
          return message;
        });
  }

  private void send(String queue) {
    sessions.lend(
        session -> {
          Message message = session.createTextMessage("a command");
          session.createProducer(session.createQueue(queue)).send(message);
          return message;
        });
  }

  private double age() {
    return queue().oldestCommandSeconds();
  }

  private Depth queue() {
    return queues.depths().stream()
        .filter(depth -> depth.name().equals(QUEUE))
        .findFirst()
        .orElseThrow();
  }
}
