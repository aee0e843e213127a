package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[]", "1", "null", "{\"a\":", "{} {}", "\"text\""})
  void what_is_no_json_object_is_refused(String text) {
    assertThatThrownBy(() -> ClientFrame.parse(text)).isInstanceOf(FrameException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "\"1\"", "null", "99999999999999999999", "true"})
  void a_number_is_whole_and_not_below_nought(String value) {
    ClientFrame frame = ClientFrame.parse("{\"since\":" + value + "}");

    assertThatThrownBy(() -> frame.number("since")).isInstanceOf(FrameException.class);
  }

  @Test
  void a_number_may_be_large_or_missing() {
    ClientFrame frame = ClientFrame.parse("{\"since\":9223372036854775807}");

    assertThat(frame.number("since")).isEqualTo(OptionalLong.of(Long.MAX_VALUE));
    assertThat(frame.number("other")).isEmpty();
  }

  @Test
  void an_answer_carries_the_request_id_as_it_came() {
    ClientFrame frame = ClientFrame.parse("{\"action\":\"ping\",\"requestId\":{\"a\":[1]}}");

    assertThat(frame.answer("pong").build().toString())
        .isEqualTo("{\"type\":\"pong\",\"requestId\":{\"a\":[1]}}");
  }

  @Test
  void an_error_names_the_action() {
    ClientFrame frame = ClientFrame.parse("{\"action\":\"dance\",\"requestId\":7}");

    assertThat(frame.error(ErrorCode.UNKNOWN_ACTION, "no"))
        .isEqualTo(
            "{\"type\":\"error\",\"requestId\":7,\"code\":\"unknownAction\",\"message\":\"no\","
                + "\"action\":\"dance\"}");
  }

  @Test
  void a_frame_that_is_nested_without_end_is_invalid() {
    String deep = "{\"action\":" + "[".repeat(60_000);

    assertThatThrownBy(() -> ClientFrame.parse(deep)).isInstanceOf(FrameException.class);
  }
}
