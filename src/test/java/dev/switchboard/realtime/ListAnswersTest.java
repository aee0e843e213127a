package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.Settings;
import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.paging.Limit;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListAnswersTest {

  /** Of which an answer may take a sixteenth: two of our objects. */
  private final ListAnswers answers =
      new ListAnswers(Settings.of(Map.of("switchboard.outbox.bytes", "256")));

  @Test
  void the_latest_that_were_asked_for_stand_the_oldest_first() {
    assertThat(latest(2, 3, 2, 1)).isEqualTo(new Latest(List.of(json(2), json(3)), true));
    assertThat(latest(2, 3, 2)).isEqualTo(new Latest(List.of(json(2), json(3)), false));
    assertThat(latest(2)).isEqualTo(new Latest(List.of(), false));
  }

  @Test
  void what_is_too_much_for_an_answer_is_left_out() {
    assertThat(latest(10, 3, 2, 1)).isEqualTo(new Latest(List.of(json(2), json(3)), true));
  }

  @Test
  void one_is_answered_however_long() {
    ListAnswers narrow = new ListAnswers(Settings.of(Map.of("switchboard.outbox.bytes", "16")));

    assertThat(narrow.latest(List.of(2, 1), new Limit(2), ListAnswersTest::json))
        .isEqualTo(new Latest(List.of(json(2)), true));
  }

  private Latest latest(int limit, Integer... latestFirst) {
    return answers.latest(List.of(latestFirst), new Limit(limit), ListAnswersTest::json);
  }

  private static JsonObject json(int n) {
    return Json.object().add("n", n).build();
  }
}
