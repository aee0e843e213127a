package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.StreamMessage;
import jakarta.json.Json;
import java.util.UUID;
import java.util.function.Function;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InOwnInstallation
class PoisonIT {

  private static final String DEEP =
      "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[";

  @ParameterizedTest
  @ValueSource(strings = {"{not json", "", "[]", "{}", "null", DEEP})
  void a_command_that_cannot_be_read_ends_among_the_dead_and_holds_up_nobody(
      String text, Site site) {
    Board board = Board.of(site.register());
    Queue dead = site.queue(Site.COMMANDS + ".dead");
    long before = dead.getMessageCount();

    send(site, context -> context.createTextMessage(text));
    board.say("not held up");

    patiently().untilAsserted(() -> assertThat(dead.getMessageCount()).isEqualTo(before + 1));
    patiently().until(() -> site.queue(Site.COMMANDS).getMessageCount() == 0);
    board.say("and after");
    assertThat(board.lastSequence()).isEqualTo(2);
  }

  @Test
  void a_command_that_is_no_text_ends_among_the_dead(Site site) {
    Queue dead = site.queue(Site.COMMANDS + ".dead");
    long before = dead.getMessageCount();

    send(site, JMSContext::createBytesMessage);

    patiently().untilAsserted(() -> assertThat(dead.getMessageCount()).isEqualTo(before + 1));
  }

  @Test
  void one_of_several_sent_together_that_fails_goes_to_the_dead_alone(Site site) {
    Board board = Board.of(site.register());
    Queue dead = site.queue(Site.COMMANDS + ".dead");
    long before = dead.getMessageCount();

    send(
        site,
        context -> together(context, command(board, "one"), "{not json", command(board, "two")));

    patiently().untilAsserted(() -> assertThat(dead.getMessageCount()).isEqualTo(before + 1));
    assertThat(board.history())
        .extracting(said -> said.getString("data"))
        .containsExactly("one", "two");
    assertThat(Board.sequences(board.history())).containsExactly(1, 2);
  }

  @Test
  void a_command_that_is_there_twice_among_several_has_one_effect(Site site) {
    Board board = Board.of(site.register());
    String twice = command(board, "twice");

    send(site, context -> together(context, twice, command(board, "once"), twice));

    board.awaitSequence(2);
    board.say("and after");
    assertThat(board.history())
        .extracting(said -> said.getString("data"))
        .containsExactly("twice", "once", "and after");
  }

  @Test
  void a_command_in_the_format_of_a_later_release_waits_for_it_and_holds_up_nobody(Site site)
      throws Exception {
    Board board = Board.of(site.register());
    Queue queue = site.queue(Site.COMMANDS);
    Queue dead = site.queue(Site.COMMANDS + ".dead");
    long before = dead.getMessageCount();

    send(site, context -> later(context, command(board, "of a later release")));
    try {
      board.say("not held up");
      board.say("and after");

      assertThat(board.history())
          .extracting(said -> said.getString("data"))
          .containsExactly("not held up", "and after");
      patiently().untilAsserted(() -> assertThat(queue.getMessageCount()).isEqualTo(1));
      assertThat(dead.getMessageCount()).isEqualTo(before);
    } finally {
      queue.deleteAllReferences();
    }
  }

  /** One that is to keep its order among those of today. */
  private static Message later(JMSContext context, String body) {
    try {
      Message message = context.createTextMessage(body);
      message.setIntProperty("switchboard_format", 2);
      message.setStringProperty("JMSXGroupID", "in-order-2");
      return message;
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }

  private static String command(Board board, String data) {
    String user = board.owner().userId();
    return Json.createObjectBuilder()
        .add("id", UUID.randomUUID().toString())
        .add("author", user)
        .add("userId", user)
        .add("boardId", board.id())
        .add("topic", Board.TOPIC)
        .add("data", data)
        .build()
        .toString();
  }

  /** As the door sends commands that come at the same time. */
  private static Message together(JMSContext context, String... bodies) {
    try {
      StreamMessage message = context.createStreamMessage();
      message.setIntProperty("switchboard_count", bodies.length);
      for (String body : bodies) {
        message.writeString(UUID.randomUUID().toString());
        message.writeString("post-message");
        message.writeString("somebody");
        message.writeString("trace");
        message.writeString(body);
      }
      return message;
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }

  private static void send(Site site, Function<JMSContext, Message> poison) {
    String url = "tcp://localhost:" + site.installation().broker().port();
    try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url);
        JMSContext context = connections.createContext()) {
      context.createProducer().send(context.createQueue(Site.COMMANDS), poison.apply(context));
    }
  }
}
