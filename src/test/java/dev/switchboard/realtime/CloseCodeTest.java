package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloseCodeTest {

  @ParameterizedTest
  @EnumSource
  void ours_are_known(CloseCode code) {
    assertThat(CloseCode.known(code.getCode())).isEqualTo(String.valueOf(code.getCode()));
  }

  @Test
  void those_of_the_protocol_are_known() {
    assertThat(CloseCode.known(1000)).isEqualTo("1000");
    assertThat(CloseCode.known(1006)).isEqualTo("1006");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1016, 3000, 4000, 4999, -1})
  void what_clients_invent_is_not(int code) {
    assertThat(CloseCode.known(code)).isEqualTo("other");
  }
}
