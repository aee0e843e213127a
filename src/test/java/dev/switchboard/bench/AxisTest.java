package dev.switchboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void powers_of_ten_enclose_all_values() {
    assertThat(Axis.powersOfTen("ms", 0.3, 120).ticks().values())
        .containsExactly("0.1", "1", "10", "100", "1000");
  }

  @Test
  void round_steps_lead_from_zero_to_above_the_most() {
    assertThat(Axis.fromZero("µs", 23).ticks().values())
        .containsExactly("0", "5", "10", "15", "20", "25");
  }

  @Test
  void a_value_is_placed_by_its_ratio_or_by_its_difference() {
    assertThat(Axis.powersOfTen("ms", 1, 100).place(10)).isEqualTo(0.5);
    assertThat(Axis.fromZero("µs", 10).place(2)).isEqualTo(0.2);
  }
}
