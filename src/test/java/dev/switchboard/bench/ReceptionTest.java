package dev.switchboard.bench;

import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ReceptionTest {
  private static final int ALICE = 0;
  private static final int BOB = 1;

  private final Reception reception = new Reception(2);

  @Test
  void what_comes_once_in_order_without_a_hole_is_clean() {
    reception.take(0, ALICE, 41);
    reception.take(1, BOB, 42);

    assertThat(findings(2)).isEqualTo(Findings.NONE);
  }

  @Test
  void an_accepted_message_that_does_not_come_is_lost() {
    reception.take(0, ALICE, 1);

    assertThat(findings(3)).isEqualTo(new Findings(2, 0, 0, 0));
  }

  @Test
  void a_message_that_comes_again_is_repeated() {
    assertThat(reception.take(0, ALICE, 1)).isTrue();
    assertThat(reception.take(0, ALICE, 1)).isFalse();

    assertThat(findings(1)).isEqualTo(new Findings(0, 1, 0, 0));
  }

  @Test
  void a_message_that_comes_under_a_second_number_is_repeated() {
    reception.take(0, ALICE, 1);
    reception.take(0, ALICE, 2);

    assertThat(findings(1)).isEqualTo(new Findings(0, 1, 0, 0));
  }

  @Test
  void a_number_that_is_left_out_is_a_hole() {
    reception.take(0, ALICE, 1);
    reception.take(1, ALICE, 4);

    assertThat(findings(2)).isEqualTo(new Findings(0, 0, 0, 2));
  }

  @Test
  void a_lower_number_after_a_higher_one_is_out_of_order() {
    reception.take(0, ALICE, 1);
    reception.take(1, ALICE, 3);
    reception.take(2, BOB, 2);

    assertThat(findings(3)).isEqualTo(new Findings(0, 0, 1, 0));
  }

  @Test
  void an_earlier_message_of_the_same_sender_is_out_of_order() {
    reception.take(1, ALICE, 1);
    reception.take(0, ALICE, 2);

    assertThat(findings(2)).isEqualTo(new Findings(0, 0, 1, 0));
  }

  @Test
  void messages_of_different_senders_may_change_places() {
    reception.take(1, ALICE, 1);
    reception.take(0, BOB, 2);

    assertThat(findings(2)).isEqualTo(Findings.NONE);
  }

  @Test
  void where_no_order_of_senders_is_promised_only_the_numbers_count() {
    Reception loose = new Reception(0);
    loose.take(1, ALICE, 1);
    loose.take(0, ALICE, 2);

    assertThat(loose.findings(messages(2))).isEqualTo(Findings.NONE);
  }

  private Findings findings(int accepted) {
    return reception.findings(messages(accepted));
  }

  private static BitSet messages(int accepted) {
    BitSet messages = new BitSet();
    rangeClosed(0, accepted - 1).forEach(messages::set);
    return messages;
  }
}
