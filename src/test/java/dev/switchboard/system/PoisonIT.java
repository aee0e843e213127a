package dev.switchboard.system;

import static dev.switchboard.system.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.util.function.Function;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("poisons a queue")
@ExtendWith(OwnInstallation.class)
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

  private static void send(Site site, Function<JMSContext, Message> poison) {
    String url = "tcp://localhost:" + site.installation().broker().port();
    try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url);
        JMSContext context = connections.createContext()) {
      context.createProducer().send(context.createQueue(Site.COMMANDS), poison.apply(context));
    }
  }
}
