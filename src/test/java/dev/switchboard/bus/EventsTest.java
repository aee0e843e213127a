package dev.switchboard.bus;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final StreamEvent ASIDE =
      new StreamEvent("chat:c", 0, 1, "id-1", "trace-1", "aside");

  private final List<StreamEvent> got = new ArrayList<>();
  private final Events events = new Events(new Senders(), got::add, new Uncounted(), "here");

  private static final class Uncounted extends EventCounts {
    @Override
    void received(int events) {}
  }

  @Test
  void an_entry_without_a_number_that_is_told_again_is_passed_over() {
    StreamEvent other = new StreamEvent("chat:c", 0, 1, "id-2", "trace-1", "aside");

    events.tellHere(List.of(ASIDE, other));
    events.tellHere(List.of(ASIDE));

    assertThat(got).containsExactly(ASIDE, other);
  }

  @Test
  void what_has_a_number_or_begins_an_epoch_is_handed_on_each_time() {
    StreamEvent numbered = new StreamEvent("chat:c", 1, 1, "", "trace-1", "1");
    StreamEvent epoch = new StreamEvent("chat:c", 0, 2, "", "trace-1", "");

    events.tellHere(List.of(numbered, epoch));
    events.tellHere(List.of(numbered, epoch));

    assertThat(got).containsExactly(numbered, epoch, numbered, epoch);
  }

  @Test
  void what_another_node_tells_again_is_passed_over_too() throws JMSException {
    try (EmbeddedBroker broker = broker();
        Connection connection = broker.connections().createConnection();
        Session session = connection.createSession()) {
      events.receive(told(session, "one node", 1));
      events.receive(told(session, "the node that took over", 1));
    }

    assertThat(got).containsExactly(ASIDE);
  }

  @Test
  void what_is_told_in_a_format_of_a_later_release_is_passed_over() throws JMSException {
    try (EmbeddedBroker broker = broker();
        Connection connection = broker.connections().createConnection();
        Session session = connection.createSession()) {
      events.receive(told(session, "a newer node", 2));
    }

    assertThat(got).isEmpty();
  }

  private static EmbeddedBroker broker() {
    try {
      return new EmbeddedBroker();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static StreamMessage told(Session session, String node, int format) throws JMSException {
    StreamMessage message = session.createStreamMessage();
    message.setIntProperty("switchboard_format", format);
    message.setStringProperty("switchboard_process", node);
    message.setIntProperty("switchboard_count", 1);
    message.writeString(ASIDE.stream());
    message.writeLong(ASIDE.number());
    message.writeLong(ASIDE.epoch());
    message.writeString(ASIDE.id());
    message.writeString(ASIDE.trace());
    message.writeString(ASIDE.frame());
    message.reset();
    return message;
  }
}
