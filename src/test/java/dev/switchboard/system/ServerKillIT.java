package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.core.server.Queue;
import org.junit.jupiter.api.Test;

@InOwnInstallation
class ServerKillIT {

  @Test
  void killed_between_commit_and_acknowledgement_nothing_is_lost_or_doubled(Site site) {
    Account ann = site.register();
    Board board = Board.of(ann);
    Gate gate = new Gate("switchboard.events");
    site.broker().registerBrokerPlugin(gate);

    Answer accepted = board.post("once");
    patiently().until(() -> board.lastSequence() == 1 && gate.holdsSomething());
    site.restartAfterKill(
        () -> {
          gate.open();
          site.broker().unRegisterBrokerPlugin(gate);
        });
    ann.api().succeeded(accepted);
    patiently().until(() -> site.queue(Site.COMMANDS).getMessageCount() == 0);
    board.say("next");

    assertSaid(board, "once", "next");
    assertThat(sequences(board.history())).containsExactly(1, 2);
  }

  @Test
  void killed_between_send_and_consumption_nothing_is_lost_or_doubled(Site site) {
    Account ann = site.register();
    Board board = Board.of(ann);
    Queue commands = site.queue(Site.COMMANDS);

    commands.pause();
    Answer accepted = board.post("once");
    assertThat(accepted.status()).isEqualTo(202);
    site.restartAfterKill(commands::resume);
    ann.api().succeeded(accepted);
    board.say("next");

    assertSaid(board, "once", "next");
    assertThat(sequences(board.history())).containsExactly(1, 2);
  }

  @Test
  void killed_under_load_everything_accepted_is_there_once_and_readers_miss_nothing(Site site) {
    Account ann = site.register();
    Board board = Board.of(ann);

    List<CompletableFuture<String>> posts =
        range(0, 300).mapToObj(i -> post(board, "message " + i)).toList();
    patiently().until(() -> posts.stream().filter(CompletableFuture::isDone).count() > 100);
    site.restartAfterKill(() -> posts.forEach(CompletableFuture::join));
    List<String> accepted =
        posts.stream().map(CompletableFuture::join).filter(id -> !id.isEmpty()).toList();
    patiently().until(() -> ids(board).containsAll(accepted));
    board.say("last");

    assertThat(ids(board)).doesNotHaveDuplicates();
    List<JsonObject> history = board.history();
    assertThat(sequences(history)).isEqualTo(numbers(1, history.size()));
    try (Socket reader = ann.connect()) {
      reader.subscribe(board, 0);
      assertThat(reader.awaitMessages(board, history.size())).isEqualTo(history);
    }
  }

  /** The id of what was accepted; empty if the server died before it answered. */
  private static CompletableFuture<String> post(Board board, String data) {
    return board
        .owner()
        .api()
        .call("POST", board.path() + "/messages")
        .json(Board.message(Board.TOPIC, data))
        .sendAsync()
        .handle((answer, failure) -> answer == null || answer.status() != 202 ? "" : answer.id());
  }

  private static List<String> ids(Board board) {
    return board.history().stream().map(message -> message.getString("id")).toList();
  }

  private static void assertSaid(Board board, String... data) {
    assertThat(board.history())
        .extracting(message -> message.getString("data"))
        .containsExactly(data);
  }
}
