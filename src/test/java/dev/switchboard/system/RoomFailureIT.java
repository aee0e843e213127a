package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is said in a room and cannot be stored: the database refuses its text. */
@ResourceLock(Spoilage.LOCK)
@TestInstance(Lifecycle.PER_CLASS)
class RoomFailureIT {

  private static final String QUEUE = "switchboard.room-messages";

  @RegisterExtension private final Spoilage spoilage = new Spoilage();

  private final Account ann = Accounts.fresh();
  private final Room room = Room.of(ann);
  private final DeadLetterBox letters = DeadLetterBox.ofInstallation();

  @Test
  void what_cannot_be_stored_is_a_dead_letter_and_may_be_sent_back() {
    String text = spoilage.text();
    try (Socket socket = ann.connect()) {
      socket.ask(room.subscription());
      JsonObject accepted = socket.ask(room.message(text));
      room.say(socket, "not held up");
      JsonObject letter = letters.await(QUEUE, text);
      assertThat(letter.getInt("deliveryCount")).isEqualTo(3);
      assertThat(Room.contents(room.history())).containsExactly("not held up");
      spoilage.heal(text);

      assertThat(letters.replay(letter).status()).isEqualTo(202);

      assertThat(room.stored(accepted).getInt("sequenceNumber")).isEqualTo(2);
      assertThat(Room.contents(room.await(socket, 2))).containsExactly("not held up", text);
      assertThat(letters.of(QUEUE, text)).isEmpty();
    }
  }
}
