package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChatOrderIT {

  private static final int EACH = 100;

  private final Account ann = Accounts.fresh();

  @Test
  void three_who_publish_at_once_make_one_order_live_stored_and_replayed() {
    Account bob = Accounts.fresh();
    Account cid = Accounts.fresh();
    Chat chat = Chat.of(ann).let(bob, "member").let(cid, "member");

    try (Socket live = bob.connect();
        Socket late = cid.connect()) {
      live.ask(chat.subscription());
      List<CompletableFuture<Void>> publishers =
          Stream.of(ann, bob, cid).map(who -> runAsync(() -> publish(chat, who))).toList();
      publishers.forEach(CompletableFuture::join);
      List<JsonObject> seen = chat.await(live, 3 * EACH);
      late.ask(chat.subscription(0));
      List<JsonObject> replayed = chat.await(late, 3 * EACH);

      assertThat(sequences(seen)).isEqualTo(numbers(1, 3 * EACH));
      assertThat(chat.history()).isEqualTo(seen);
      assertThat(replayed).isEqualTo(seen);
      Stream.of(ann, bob, cid).forEach(who -> assertInOwnOrder(seen, who));
    }
  }

  private static void publish(Chat chat, Account who) {
    for (int i = 1; i <= EACH; i++) {
      assertThat(chat.publishAs(who, chat.fifo("%03d".formatted(i))).status()).isEqualTo(202);
    }
  }

  private static void assertInOwnOrder(List<JsonObject> seen, Account who) {
    assertThat(seen)
        .filteredOn(message -> message.getString("userId").equals(who.userId()))
        .extracting(message -> message.getString("content"))
        .isSorted()
        .hasSize(EACH);
  }

  @Test
  void a_standard_message_has_a_number_only_if_it_asks_for_one() {
    Chat chat = Chat.of(ann);

    JsonObject without = chat.stored(chat.publish(chat.standard("without", false)));
    JsonObject with = chat.stored(chat.publish(chat.standard("with", true)));
    JsonObject silent =
        chat.stored(chat.publish(Chat.message(Chat.PUSHED, "standard", chat.id(), Map.of())));

    assertThat(without).doesNotContainKey("sequenceNumber");
    assertThat(silent).doesNotContainKey("sequenceNumber");
    assertThat(with.getInt("sequenceNumber")).isEqualTo(1);
    assertThat(with.getString("messageType")).isEqualTo("standard");
    assertThat(chat.say("fifo").getInt("sequenceNumber")).isEqualTo(2);
  }

  @Test
  void a_fifo_message_has_a_number_whatever_it_asks_for() {
    Chat chat = Chat.of(ann);

    JsonObject stored =
        chat.stored(
            chat.publish(
                Chat.message(Chat.PUSHED, "fifo", chat.id(), Map.of("requestSequence", false))));

    assertThat(stored.getInt("sequenceNumber")).isEqualTo(1);
  }

  @Test
  void standard_messages_are_pushed_with_and_without_a_number() {
    Chat chat = Chat.of(ann);

    try (Socket socket = ann.connect();
        Socket late = ann.connect()) {
      socket.ask(chat.subscription());
      chat.publish(chat.standard("without", false));
      chat.publish(chat.standard("with", true));
      chat.await(socket, 2);
      late.ask(chat.subscription(0));

      assertThat(Chat.contents(chat.in(socket))).containsExactlyInAnyOrder("without", "with");
      assertThat(Chat.contents(chat.await(late, 1))).containsExactly("with");
      assertThat(chat.messages("")).containsExactlyInAnyOrderElementsOf(chat.in(socket));
    }
  }

  @Test
  void only_what_is_meant_for_sockets_is_pushed_and_everything_is_stored() {
    Chat chat = Chat.of(ann);

    try (Socket live = ann.connect();
        Socket late = ann.connect()) {
      live.ask(chat.subscription());
      chat.say("one");
      chat.publish(Chat.message("SMS", "fifo", chat.id(), Map.of("content", "two")));
      chat.publish(Chat.message("websocket", "fifo", chat.id(), Map.of("content", "three")));
      chat.awaitSequence(3);
      chat.say("four");
      chat.await(live, 2);
      JsonObject subscribed = late.ask(chat.subscription(0));
      chat.await(late, 2);

      assertThat(sequences(chat.in(live))).containsExactly(1, 4);
      assertThat(sequences(chat.in(late))).containsExactly(1, 4);
      assertThat(subscribed.getInt("lastSequence")).isEqualTo(4);
      assertThat(subscribed.getInt("replayed")).isEqualTo(2);
      assertThat(late.objects()).noneMatch(frame -> chat.isOf("gap", frame));
      assertThat(Chat.contents(chat.history())).containsExactly("one", "two", "three", "four");
    }
  }

  @Test
  void a_message_is_pushed_as_the_contract_says() {
    Chat chat = Chat.of(ann);

    try (Socket socket = ann.connect()) {
      socket.ask(chat.subscription());
      JsonObject stored = chat.say("live");

      JsonObject frame = socket.await(seen -> chat.isOf("message", seen));
      assertThat(frame).containsOnlyKeys("type", "chatId", "message");
      assertThat(frame.getJsonObject("message")).isEqualTo(stored);
    }
  }
}
