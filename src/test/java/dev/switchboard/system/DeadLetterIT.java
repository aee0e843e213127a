package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that fail for real: the database refuses their text. */
@ResourceLock(Spoilage.LOCK)
@TestInstance(Lifecycle.PER_CLASS)
class DeadLetterIT {

  private static final String FIFO = "switchboard.chat-fifo";
  private static final String STANDARD = "switchboard.chat-standard";
  private static final String BOARD_MESSAGES = "switchboard.board-messages";

  @RegisterExtension private final Spoilage spoilage = new Spoilage();

  private final Account ann = Accounts.fresh();
  private final Api admin = Accounts.admin().api();
  private final DeadLetterBox letters = DeadLetterBox.ofInstallation();

  @Test
  void a_command_that_failed_three_times_is_a_dead_letter_with_the_reason() {
    Chat chat = Chat.of(ann);
    String text = spoilage.text();
    Instant before = Instant.now();

    Answer accepted = chat.publish(chat.fifo(text));
    JsonObject operation = ann.api().settled(accepted);

    assertThat(operation.getString("status")).isEqualTo("failed");
    assertThat(operation.getString("error")).isNotBlank();
    assertThat(operation).doesNotContainKey("resource");
    assertThat(chat.history()).isEmpty();
    JsonObject letter = letters.await(FIFO, text);
    assertThat(letter.getString("id")).isNotBlank();
    assertThat(letter.getString("queue")).isEqualTo(FIFO);
    assertThat(letter.getString("kind")).isEqualTo(operation.getString("kind"));
    assertThat(letter.getInt("deliveryCount")).isEqualTo(3);
    assertThat(letter.getString("error")).contains(Spoilage.REASON).doesNotContain(text);
    assertThat(Instant.parse(letter.getString("failedAt"))).isBetween(before, Instant.now());
    JsonObject body = JsonText.object(letter.getString("body"));
    assertThat(body.getString("id")).isEqualTo(accepted.id());
    assertThat(body.getString("content")).isEqualTo(text);
  }

  @Test
  void what_fails_holds_up_neither_its_own_chat_nor_others() {
    Chat chat = Chat.of(ann);
    Chat other = Chat.of(ann);
    Board board = Board.of(ann);

    Answer failing = chat.publish(chat.fifo(spoilage.text()));
    List<Answer> following =
        IntStream.rangeClosed(1, 5).mapToObj(i -> chat.publish(chat.fifo("next " + i))).toList();

    assertThat(other.say("elsewhere").getInt("sequenceNumber")).isEqualTo(1);
    assertThat(board.say("on a board").getInt("sequenceNumber")).isEqualTo(1);
    following.forEach(ann.api()::succeeded);
    assertThat(ann.api().settled(failing).getString("status")).isEqualTo("failed");
    assertThat(sequences(chat.history())).isEqualTo(numbers(1, 5));
    assertThat(Chat.contents(chat.history()))
        .containsExactly("next 1", "next 2", "next 3", "next 4", "next 5");
  }

  @Test
  void what_is_replayed_is_carried_out_once_and_takes_the_next_number() {
    Chat chat = Chat.of(ann);
    String text = spoilage.text();
    Answer accepted = chat.publish(chat.fifo(text));
    chat.say("meanwhile");
    JsonObject letter = letters.await(FIFO, text);
    try (Socket socket = ann.connect()) {
      socket.ask(chat.subscription());
      spoilage.heal(text);

      Answer replayed = letters.replay(letter);

      assertThat(replayed.status()).as("%s", replayed).isEqualTo(202);
      ann.api().succeeded(accepted);
      chat.say("afterwards");
      assertThat(Chat.contents(chat.history())).containsExactly("meanwhile", text, "afterwards");
      assertThat(sequences(chat.history())).isEqualTo(numbers(1, 3));
      assertThat(Chat.contents(chat.await(socket, 2))).containsExactly(text, "afterwards");
      assertThat(letters.of(FIFO, text)).isEmpty();
      assertProblem(letters.replay(letter), 404);
    }
  }

  @Test
  void what_is_replayed_and_fails_again_is_a_dead_letter_again() {
    Chat chat = Chat.of(ann);
    String text = spoilage.text();
    Answer accepted = chat.publish(chat.standard(text, true));
    JsonObject first = letters.await(STANDARD, text);

    assertThat(letters.replay(first).status()).isEqualTo(202);
    JsonObject second = letters.await(STANDARD, letter -> isAnother(letter, first, text));

    assertThat(second.getInt("deliveryCount")).isEqualTo(3);
    assertThat(second.getString("failedAt")).isGreaterThan(first.getString("failedAt"));
    assertThat(letters.of(STANDARD, text)).containsExactly(second);
    assertThat(ann.api().settled(accepted).getString("status")).isEqualTo("failed");
  }

  private static boolean isAnother(JsonObject letter, JsonObject first, String text) {
    return DeadLetterBox.holds(letter, text)
        && !letter.getString("id").equals(first.getString("id"));
  }

  @Test
  void a_whole_queue_is_replayed_in_order() {
    Board board = Board.of(ann);
    List<String> texts = List.of(spoilage.text(), spoilage.text(), spoilage.text());
    texts.stream().map(board::post).toList().forEach(ann.api()::settled);
    List<JsonObject> dead = letters.of(BOARD_MESSAGES);
    texts.forEach(spoilage::heal);

    Answer replayed = letters.replayAll(BOARD_MESSAGES);

    assertThat(replayed.status()).as("%s", replayed).isEqualTo(202);
    assertThat(replayed.json().getInt("replayed")).isEqualTo(dead.size());
    board.awaitSequence(3);
    assertThat(sequences(board.history())).isEqualTo(numbers(1, 3));
    assertThat(board.history())
        .extracting(message -> message.getString("data"))
        .containsExactlyElementsOf(bodies(dead, board));
    assertThat(letters.of(BOARD_MESSAGES, board.id())).isEmpty();
  }

  private static List<String> bodies(List<JsonObject> dead, Board board) {
    return dead.stream()
        .filter(letter -> DeadLetterBox.holds(letter, board.id()))
        .map(letter -> JsonText.object(letter.getString("body")).getString("data"))
        .toList();
  }

  @Test
  void what_is_removed_is_gone_for_good() {
    Chat chat = Chat.of(ann);
    String text = spoilage.text();
    Answer accepted = chat.publish(chat.fifo(text));
    JsonObject letter = letters.await(FIFO, text);
    spoilage.heal(text);

    Answer removed = letters.remove(letter);

    assertThat(removed.status()).as("%s", removed).isEqualTo(204);
    assertThat(letters.of(FIFO, text)).isEmpty();
    assertProblem(letters.remove(letter), 404);
    assertProblem(letters.replay(letter), 404);
    assertThat(ann.api().settled(accepted).getString("status")).isEqualTo("failed");
    assertThat(chat.say("first").getInt("sequenceNumber")).isEqualTo(1);
  }

  @Test
  void what_cannot_be_read_is_a_dead_letter_and_holds_up_nothing_of_its_chat() {
    Chat chat = Chat.of(ann);
    String text = "{not json: " + spoilage.text();

    Poison.plant(FIFO, text, Map.of("JMSXGroupID", chat.id()));
    chat.filled(3);

    JsonObject letter = letters.await(FIFO, text);
    assertThat(letter.getString("body")).isEqualTo(text);
    assertThat(letter.getInt("deliveryCount")).isEqualTo(3);
    assertThat(letter.getString("error")).isNotBlank().doesNotContain(text);
    assertThat(letter).doesNotContainKey("kind");
    assertThat(letters.replay(letter).status()).isEqualTo(202);
    assertThat(chat.say("after").getInt("sequenceNumber")).isEqualTo(4);
    letters.await(FIFO, again -> isAnother(again, letter, text));
  }

  @Test
  void what_is_no_text_is_a_dead_letter_with_its_bytes() {
    byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

    Poison.plant(STANDARD, context -> bytesMessage(context, bytes), Map.of());

    JsonObject letter = letters.await(STANDARD, Base64.getEncoder().encodeToString(bytes));
    assertThat(letter.getString("queue")).isEqualTo(STANDARD);
    assertThat(letter.getInt("deliveryCount")).isEqualTo(3);
    assertThat(letter.getString("error")).isNotBlank();
    assertThat(letters.remove(letter).status()).isEqualTo(204);
  }

  private static Message bytesMessage(JMSContext context, byte[] bytes) {
    try {
      BytesMessage message = context.createBytesMessage();
      message.writeBytes(bytes);
      return message;
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void no_secret_is_shown() {
    String secret = "Secret-" + UUID.randomUUID();
    String text = spoilage.text();
    String body = JsonText.of(Map.of("name", text, "password", secret));

    Poison.plant("switchboard.registrations", body, Map.of());

    JsonObject letter = letters.await("switchboard.registrations", text);
    assertThat(letter.toString()).doesNotContain(secret);
    assertThat(letters.remove(letter).status()).isEqualTo(204);
  }

  @Test
  void letters_are_listed_page_by_page_the_oldest_first() {
    Chat chat = Chat.of(ann);
    Board board = Board.of(ann);
    List<String> texts = List.of(spoilage.text(), spoilage.text(), spoilage.text());
    List<Answer> accepted =
        texts.stream().map(text -> chat.publish(chat.standard(text, false))).toList();
    ann.api().settled(board.post(spoilage.text()));
    accepted.forEach(ann.api()::settled);

    List<JsonObject> onePage = letters.of(STANDARD);
    List<JsonObject> pages = letters.of(STANDARD, 1);

    assertThat(pages).isEqualTo(onePage).doesNotHaveDuplicates();
    assertThat(pages).extracting(letter -> letter.getString("queue")).containsOnly(STANDARD);
    assertThat(letters.of(STANDARD + ".dead", 2)).isEqualTo(onePage);
    assertThat(letters.of(STANDARD, chat.id())).hasSize(3);
    List<JsonObject> ofAllQueues = admin.get("/dead-letters?limit=100").items();
    assertThat(ofAllQueues)
        .extracting(letter -> letter.getString("queue"))
        .contains(STANDARD, BOARD_MESSAGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-queue", "switchboard.none", "activemq.management", ""})
  void a_queue_that_is_none_is_not_found(String queue) {
    assertProblem(admin.get("/dead-letters?queue=" + queue), 404);
    assertProblem(letters.replayAll(queue), 404);
  }

  @Test
  void to_replay_all_a_queue_must_be_named() {
    assertInvalid(admin.call("POST", "/dead-letters/replay").send(), "/queue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "cursor=nonsense", "cursor=e30"})
  void a_page_that_cannot_be_is_a_bad_request(String query) {
    assertProblem(admin.get("/dead-letters?" + query), 400);
  }

  static List<String> unknownIds() {
    return List.of(UUID.randomUUID().toString(), "none", "%27%20OR%20TRUE%20OR%20%27", "%20", "*");
  }

  @ParameterizedTest
  @MethodSource("unknownIds")
  void a_letter_that_never_was_is_not_found(String id) {
    assertProblem(admin.call("POST", "/dead-letters/" + id + "/replay").send(), 404);
    assertProblem(admin.call("DELETE", "/dead-letters/" + id).send(), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /dead-letters",
    "GET, /dead-letters?queue=nowhere",
    "POST, /dead-letters/some/replay",
    "POST, /dead-letters/replay?queue=switchboard.boards",
    "DELETE, /dead-letters/some"
  })
  void dead_letters_are_for_administrators(String method, String path) {
    assertProblem(ann.api().call(method, path).send(), 403);
    assertProblem(Accounts.robot().api().call(method, path).send(), 403);
    assertProblem(Switchboard.underTest().anonymous().call(method, path).send(), 401);
  }
}
