package dev.switchboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeliveryAuditTest {
  private static final String STREAM = "chat:lobby";

  private final ReaderLog log = new ReaderLog();

  @Test
  void everything_once_and_in_order_is_clean() {
    log.subscribed(STREAM, 0);
    receive(1, 2, 3);

    assertThat(whatCame(stored(3))).isEqualTo(new Findings(3, 0, 0, 0, 0));
  }

  @Test
  void a_hole_is_counted() {
    log.subscribed(STREAM, 0);
    receive(1, 2, 5);

    assertThat(whatCame(stored(5)).holes()).isEqualTo(2);
  }

  @Test
  void an_entry_that_is_not_for_subscribers_is_no_hole() {
    StoredStream stored = new StoredStream(3);
    stored.add(1, "id-1", true);
    stored.add(2, "id-2", false);
    stored.add(3, "id-3", true);
    log.subscribed(STREAM, 0);
    receive(1, 3);

    assertThat(whatCame(stored).areClean()).isTrue();
  }

  @Test
  void a_repeat_is_counted() {
    log.subscribed(STREAM, 0);
    receive(1, 2, 2, 3);

    assertThat(whatCame(stored(3))).isEqualTo(new Findings(4, 0, 1, 0, 0));
  }

  @Test
  void an_entry_behind_a_later_one_is_a_reordering_and_no_hole() {
    log.subscribed(STREAM, 0);
    receive(1, 3, 2);

    assertThat(whatCame(stored(3))).isEqualTo(new Findings(3, 0, 0, 1, 0));
  }

  @Test
  void who_comes_back_gets_nothing_twice() {
    log.subscribed(STREAM, 0);
    receive(1, 2, 3);
    log.connected();
    log.subscribed(STREAM, 3);
    receive(3, 4);

    assertThat(whatCame(stored(4))).isEqualTo(new Findings(5, 0, 1, 0, 0));
  }

  @Test
  void who_comes_back_gets_what_was_missed() {
    log.subscribed(STREAM, 0);
    receive(1, 2);
    log.connected();
    log.subscribed(STREAM, 2);
    receive(4, 5);

    assertThat(whatCame(stored(5)).holes()).isEqualTo(1);
  }

  @Test
  void who_asks_for_something_again_may_get_it_again() {
    log.subscribed(STREAM, 0);
    receive(1, 2, 3);
    log.subscribed(STREAM, 1);
    receive(2, 3);

    assertThat(whatCame(stored(3)).areClean()).isTrue();
  }

  @Test
  void nothing_is_expected_of_the_time_away_unless_asked_for() {
    log.subscribed(STREAM, 0);
    receive(1, 2);
    log.connected();
    log.subscribed(STREAM, 7);
    receive(8, 9);

    assertThat(whatCame(stored(9)).areClean()).isTrue();
  }

  @Test
  void an_announced_gap_is_no_hole() {
    StoredStream stored = stored(9);
    log.subscribed(STREAM, 0);
    log.gap(STREAM, 1, 6);
    receive(7, 8, 9);

    assertThat(whatCame(stored).areClean()).isTrue();
  }

  @Test
  void an_answer_tells_where_its_replay_begins() {
    log.subscribed(STREAM, 5, 3);
    receive(3, 5);

    assertThat(whatCame(stored(5)).holes()).isEqualTo(1);
  }

  @Test
  void what_was_never_stored_is_a_stranger() {
    log.subscribed(STREAM, 0);
    log.received(STREAM, 1, "another");
    log.received(STREAM, 2, null);
    log.received(STREAM, 3, "id-3");

    assertThat(whatCame(stored(2)).strangers()).isEqualTo(2);
  }

  @Test
  void what_comes_without_a_subscription_has_no_place() {
    log.subscribed(STREAM, 0);
    receive(1);
    log.unsubscribed(STREAM);
    receive(2);

    assertThat(whatCame(stored(2)).areClean()).isFalse();
  }

  @Test
  void an_end_that_did_not_come_is_a_hole_for_who_waited() {
    log.subscribed(STREAM, 0);
    receive(1, 2);

    assertThat(whatCame(stored(4)).holes()).isZero();
    assertThat(DeliveryAudit.toTheEnd().compare(log, STREAM, stored(4)).holes()).isEqualTo(2);
  }

  @Test
  void the_database_itself_is_looked_at() {
    StoredStream stored = new StoredStream(5);
    stored.add(2, "id-2", true);
    stored.add(5, "id-5", true);

    assertThat(stored.holes()).isEqualTo(2);
    assertThat(stored(5).holes()).isZero();
    assertThat(new StoredStream(5).holes()).isZero();
  }

  private Findings whatCame(StoredStream stored) {
    return DeliveryAudit.ofWhatCame().compare(log, STREAM, stored);
  }

  private void receive(long... numbers) {
    LongStream.of(numbers).forEach(number -> log.received(STREAM, number, "id-" + number));
  }

  private static StoredStream stored(long head) {
    StoredStream stored = new StoredStream(head);
    LongStream.rangeClosed(1, head).forEach(number -> stored.add(number, "id-" + number, true));
    return stored;
  }

  @Test
  void a_number_that_stands_twice_in_the_database_makes_up_for_no_hole() {
    StoredStream stored = new StoredStream(4);
    stored.add(1, "a", true);
    stored.add(2, "b", true);
    stored.add(2, "c", true);
    stored.add(4, "d", true);

    assertThat(stored.holes()).isEqualTo(1);
    assertThat(stored.repeats()).isEqualTo(1);
  }
}
