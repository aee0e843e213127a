package dev.switchboard.system;

import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Waiting;
import dev.switchboard.stream.RetentionRound;
import dev.switchboard.stream.TestDatabase;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is older than 30 days goes, and the numbers go on. */
class ChatRetentionIT {

  private final Account ann = Accounts.fresh();
  private final TestDatabase database = TestDatabase.ofInstallation();
  private final RetentionRound retention = RetentionRound.on(database, "chat", Duration.ofDays(30));

  /** The seventh is made within an hour after midnight. */
  @Test
  void there_are_days_for_a_week_ahead() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);

    assertThat(retention.days()).contains(today, today.plusDays(6));
  }

  @Test
  void a_purge_leaves_a_gap_and_the_numbers_go_on() {
    Chat chat = Chat.of(ann).filled(3);
    grownOld(chat, 50);
    Waiting.patiently().until(() -> roundLeaves(chat, 0));

    try (Socket socket = ann.connect()) {
      JsonObject fourth = chat.say("after the purge");
      JsonObject subscribed = socket.ask(chat.subscription(1));
      chat.await(socket, 1);

      assertThat(fourth.getInt("sequenceNumber")).isEqualTo(4);
      assertThat(subscribed.getInt("lastSequence")).isEqualTo(4);
      assertThat(subscribed.getInt("replayed")).isEqualTo(1);
      JsonObject gap = socket.await(frame -> chat.isOf("gap", frame));
      assertThat(gap.getInt("from")).isEqualTo(2);
      assertThat(gap.getInt("to")).isEqualTo(3);
      assertThat(sequences(chat.in(socket))).containsExactly(4);
    }
  }

  @Test
  void who_comes_back_after_everything_went_is_told_of_the_gap() {
    Chat chat = Chat.of(ann).filled(2);
    grownOld(chat, 51);
    Waiting.patiently().until(() -> roundLeaves(chat, 0));

    try (Socket socket = ann.connect()) {
      JsonObject subscribed = socket.ask(chat.subscription(0));

      JsonObject gap = socket.await(frame -> chat.isOf("gap", frame));
      assertThat(subscribed.getInt("replayed")).isZero();
      assertThat(gap.getInt("to")).isEqualTo(2);
      chat.say("live");
      assertThat(sequences(chat.await(socket, 1))).containsExactly(3);
    }
  }

  private void grownOld(Chat chat, int days) {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(days);
    retention.make(day);
    retention.make(day.plusDays(1));
    database.execute(
        "update stream_entry set stored_at = stored_at - ? * interval '1 day' where stream = ?",
        days,
        "chat:" + chat.id());
  }

  /** Several rounds, for a partition that somebody reads from is dropped in a later one. */
  private boolean roundLeaves(Chat chat, int messages) {
    retention.round();
    return chat.messages("").size() == messages;
  }
}
