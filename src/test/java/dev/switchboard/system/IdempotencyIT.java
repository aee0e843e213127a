package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyIT {

  private final Account alice = Accounts.alice();
  private final String key = UUID.randomUUID().toString();

  @Test
  void a_command_repeated_with_its_key_has_one_effect() {
    Board board = Board.of(alice);

    Answer first = post(board, "once");
    alice.api().succeeded(first);
    Answer second = post(board, "once");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.id()).isEqualTo(first.id());
    alice.api().succeeded(second);
    board.say("fence");
    assertThat(board.history())
        .extracting(m -> m.getString("data"))
        .containsExactly("once", "fence");
  }

  @Test
  void sixteen_calls_at_once_with_one_key_have_one_effect() {
    Account ann = Accounts.fresh();
    Board board = Board.of(ann);

    List<CompletableFuture<Answer>> calls =
        range(0, 16).mapToObj(i -> call(board, "once").sendAsync()).toList();
    List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();

    assertThat(answers).extracting(Answer::status).containsOnly(202);
    assertThat(answers).extracting(Answer::id).containsOnly(answers.get(0).id());
    ann.api().succeeded(answers.get(0));
    board.say("fence");
    assertThat(board.history())
        .extracting(m -> m.getString("data"))
        .containsExactly("once", "fence");
  }

  @Test
  void a_key_cannot_be_used_again_for_another_body() {
    Board board = Board.of(alice);
    alice.api().succeeded(post(board, "one"));

    assertProblem(post(board, "two"), 422);
    board.say("fence");
    assertThat(board.lastSequence()).isEqualTo(2);
  }

  @Test
  void a_key_cannot_be_used_again_for_another_board() {
    Board one = Board.of(alice);
    Board two = Board.of(alice);
    alice.api().succeeded(post(one, "same"));

    assertProblem(post(two, "same"), 422);
  }

  @Test
  void a_key_belongs_to_the_user_who_uses_it() {
    Map<String, String> body = Map.of("name", "Mine");

    Answer alices = alice.api().post("/boards", body, key);
    Answer robots = Accounts.robot().api().post("/boards", body, key);

    assertThat(robots.status()).isEqualTo(202);
    assertThat(robots.id()).isNotEqualTo(alices.id());
    Accounts.robot().api().succeeded(robots);
  }

  @Test
  void the_order_of_the_fields_does_not_make_another_body() {
    Board board = Board.of(alice);
    String path = board.path() + "/messages";

    Answer one = body(path, "{\"topic\":\"t\",\"data\":\"d\"}");
    Answer two = body(path, "{ \"data\": \"d\", \"topic\": \"t\" }");

    assertThat(two.id()).isEqualTo(one.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 128})
  void a_key_of_up_to_128_characters_is_taken(int length) {
    String unique = UUID.randomUUID().toString().repeat(4).substring(0, length);

    assertThat(Accounts.fresh().api().post("/boards", Map.of("name", "Key"), unique).status())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tab\tinside"})
  void a_key_that_is_not_printable_is_refused(String bad) {
    assertProblem(alice.api().post("/boards", Map.of("name", "Key"), bad), 400);
  }

  @Test
  void a_key_of_129_characters_is_refused() {
    assertProblem(alice.api().post("/boards", Map.of("name", "Key"), "k".repeat(129)), 400);
  }

  private Answer post(Board board, String data) {
    return call(board, data).send();
  }

  private Call call(Board board, String data) {
    return board
        .owner()
        .api()
        .call("POST", board.path() + "/messages")
        .json(Board.message(Board.TOPIC, data))
        .header("Idempotency-Key", key);
  }

  private Answer body(String path, String text) {
    return alice
        .api()
        .call("POST", path)
        .body("application/json", text)
        .header("Idempotency-Key", key)
        .send();
  }
}
