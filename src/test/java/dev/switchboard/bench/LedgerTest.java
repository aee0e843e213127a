package dev.switchboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger(5, new int[] {2, 1});

  @Test
  void a_message_is_under_way_until_it_is_accepted_and_has_reached_everybody() {
    Stamp stamp = ledger.next(0);

    ledger.arrived(stamp, 1);
    ledger.arrived(stamp, 1);
    assertThat(ledger.open()).isEqualTo(1);
    ledger.accepted(stamp.message());

    assertThat(ledger.open()).isZero();
  }

  @Test
  void messages_go_to_the_streams_in_turn() {
    for (int i = 0; i < 3; i++) {
      ledger.accepted(ledger.next(0).message());
    }

    assertThat(ledger.acceptedOf(0).stream()).containsExactly(0, 2);
    assertThat(ledger.acceptedOf(1).stream()).containsExactly(1);
  }

  @Test
  void a_message_that_has_another_number_elsewhere_is_a_disagreement() {
    Stamp stamp = ledger.next(0);

    ledger.arrived(stamp, 1);
    ledger.arrived(stamp, 2);

    assertThat(ledger.disagreements()).isEqualTo(1);
  }

  @Test
  void what_was_sent_in_another_run_is_not_its_own() {
    ledger.next(0);

    assertThat(ledger.holds(new Stamp(4, 0, 0))).isFalse();
    assertThat(ledger.holds(new Stamp(5, 0, 0))).isTrue();
    assertThat(ledger.holds(new Stamp(5, 1, 0))).isFalse();
  }
}
