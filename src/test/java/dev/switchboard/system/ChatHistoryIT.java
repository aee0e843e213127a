package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.Collections.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ChatHistoryIT {

  private final Account ann = Accounts.fresh();
  private final List<Integer> newestFirst = numbers(1, 7).stream().sorted(reverseOrder()).toList();
  private Chat chat = new Chat(ann, "");

  @BeforeAll
  void a_chat_of_seven_messages() {
    chat = Chat.of(ann).filled(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 100})
  void a_walk_from_page_to_page_sees_everything_once(int limit) {
    assertThat(sequences(chat.walk("&limit=" + limit))).isEqualTo(newestFirst);
    assertThat(sequences(chat.walk("&afterSequence=0&limit=" + limit))).isEqualTo(numbers(1, 7));
    assertThat(sequences(chat.walk("&afterSequence=4&limit=" + limit))).isEqualTo(numbers(5, 7));
  }

  @Test
  void unnumbered_messages_stand_among_the_newest_but_not_behind_a_number() {
    Chat mixed = Chat.of(ann);
    mixed.say("one");
    mixed.stored(mixed.publish(mixed.standard("between", false)));
    mixed.say("two");

    assertThat(Chat.contents(mixed.walk("&limit=1"))).containsExactly("two", "between", "one");
    assertThat(Chat.contents(mixed.history())).containsExactly("one", "two");
  }

  @Test
  void what_comes_meanwhile_does_not_shift_the_pages() {
    Chat growing = Chat.of(ann).filled(4);
    Answer first = ann.api().get(growing.path() + "&limit=2");
    growing.say("meanwhile");

    Answer second = ann.api().get(growing.path() + "&limit=2&startKey=" + first.string("nextKey"));

    assertThat(sequences(Chat.messages(second))).containsExactly(2, 1);
    assertThat(second.json()).doesNotContainKey("nextKey");
  }

  @Test
  void the_link_header_names_the_next_page() {
    Answer first = ann.api().get(chat.path() + "&limit=3");

    Answer linked = ann.api().follow(first.nextLink().orElseThrow());

    assertThat(sequences(Chat.messages(linked))).containsExactly(4, 3, 2);
  }

  @Test
  void a_time_range_includes_both_ends() {
    String third = timestamp(3);
    String fifth = timestamp(5);

    assertThat(sequences(chat.walk("&fromTimestamp=" + third + "&toTimestamp=" + fifth)))
        .containsExactly(5, 4, 3);
    assertThat(sequences(chat.walk("&limit=1&fromTimestamp=" + third + "&toTimestamp=" + fifth)))
        .containsExactly(5, 4, 3);
    assertThat(sequences(chat.walk("&fromTimestamp=" + third))).containsExactly(7, 6, 5, 4, 3);
    assertThat(sequences(chat.walk("&toTimestamp=" + fifth))).containsExactly(5, 4, 3, 2, 1);
    assertThat(chat.walk("&toTimestamp=" + Instant.parse(timestamp(1)).minusNanos(1000))).isEmpty();
    assertThat(chat.walk("&fromTimestamp=" + fifth + "&toTimestamp=" + third)).isEmpty();
  }

  @Test
  void a_time_range_may_reach_to_the_ends_of_time() {
    String all =
        "&fromTimestamp=-999999999-01-01T00:00:00Z&toTimestamp=%2B999999999-12-31T00:00:00Z";

    assertThat(sequences(chat.walk(all))).isEqualTo(newestFirst);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, /limit",
    "limit=101, /limit",
    "limit=many, /limit",
    "startKey=nonsense, /startKey",
    "startKey=W10, /startKey",
    "startKey=WyIxIiwiMiJd, /startKey",
    "startKey=WyIxIiwiMiJd&afterSequence=x, /afterSequence",
    "fromTimestamp=yesterday, /fromTimestamp",
    "toTimestamp=2026-13-01T00:00:00Z, /toTimestamp",
    "afterSequence=-1, /afterSequence",
    "afterSequence=1.5, /afterSequence",
    "afterSequence=, /afterSequence",
    "afterSequence=1&fromTimestamp=2026-01-01T00:00:00Z, /afterSequence"
  })
  void a_parameter_that_is_wrong_is_refused(String parameter, String pointer) {
    assertInvalid(ann.api().get(chat.path() + "&" + parameter), pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?chatId=", "?chatId=a%20b"})
  void history_is_always_that_of_a_chat(String query) {
    assertInvalid(ann.api().get("/messages" + query), "/chatId");
  }

  @Test
  void only_who_has_a_role_may_read() {
    Account bob = Accounts.fresh();

    assertProblem(bob.api().get(chat.path()), 403);
    assertProblem(bob.api().get("/messages?chatId=" + Chat.uniqueId()), 403);
    assertProblem(Switchboard.underTest().anonymous().get(chat.path()), 401);
    chat.let(bob, "reader");
    assertThat(sequences(Chat.messages(bob.api().get(chat.path())))).isEqualTo(newestFirst);
    assertThat(Chat.messages(Accounts.robot().api().get(chat.path()))).hasSize(7);
    assertThat(Chat.messages(Accounts.admin().api().get(chat.path()))).hasSize(7);
  }

  private String timestamp(int number) {
    JsonObject message = chat.messages("&limit=1&afterSequence=" + (number - 1)).get(0);
    return message.getString("timestamp");
  }
}
