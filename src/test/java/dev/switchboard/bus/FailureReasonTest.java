package dev.switchboard.bus;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonException;
import org.junit.jupiter.api.Test;

class FailureReasonTest {
  private static final BodyText BODY =
      new BodyText(
          "{\"id\":\"1\",\"data\":\"meet me at noon\",\"inner\":{\"name\":\"Ada Byron\"}}");

  @Test
  void the_root_cause_is_named() {
    Throwable failure = new RuntimeException("outer", new IllegalStateException("no room"));

    assertThat(FailureReason.of(failure, BODY))
        .isEqualTo("java.lang.IllegalStateException: no room");
  }

  @Test
  void nothing_of_the_message_is_repeated() {
    Throwable failure = new IllegalStateException("refused: meet me at noon, says Ada Byron");

    assertThat(FailureReason.of(failure, BODY)).endsWith("refused: …, says …");
  }

  @Test
  void nothing_of_a_text_of_several_lines_is_repeated_either() {
    BodyText body = new BodyText("{\"text\":\"meet me\\nat noon\"}");
    Throwable failure = new IllegalStateException("refused: meet me\nat noon");

    assertThat(FailureReason.of(failure, body)).endsWith("refused: …");
  }

  @Test
  void details_on_further_lines_are_left_out() {
    Throwable failure = new IllegalStateException("too long\n  Detail: Failing row contains x");

    assertThat(FailureReason.of(failure, BODY)).endsWith("too long");
  }

  @Test
  void a_parser_that_quotes_what_it_met_is_only_named() {
    assertThat(FailureReason.of(new JsonException("met 'meet me'"), BODY))
        .isEqualTo("jakarta.json.JsonException");
  }

  @Test
  void a_long_reason_is_cut() {
    Throwable failure = new IllegalStateException("x".repeat(5_000));

    assertThat(FailureReason.of(failure, BODY)).hasSize(1_000);
  }

  @Test
  void a_cause_without_words_is_named() {
    assertThat(FailureReason.of(new NullPointerException(), BODY))
        .isEqualTo("java.lang.NullPointerException");
  }
}
