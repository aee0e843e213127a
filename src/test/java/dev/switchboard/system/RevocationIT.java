package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Waiting;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RevocationIT {

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();

  @Test
  void live_connections_lose_the_chat_within_a_second() {
    Chat chat = Chat.of(ann).let(bob, "member");

    try (Socket one = bob.connect();
        Socket two = bob.connect()) {
      one.ask(chat.subscription());
      two.ask(chat.subscription());
      chat.say("before");
      chat.await(one, 1);
      chat.await(two, 1);

      assertThat(chat.withdraw(bob).status()).isEqualTo(204);

      awaitRevoked(one, chat, SOON);
      awaitRevoked(two, chat, SOON);
      assertThat(lastFrameOf(chat, one))
          .isEqualTo(
              JsonText.object(
                  Map.of("type", "unsubscribed", "chatId", chat.id(), "reason", "revoked")));
    }
  }

  @Test
  void nothing_more_comes_afterwards_and_the_connection_stays_open() {
    Chat chat = Chat.of(ann).let(bob, "reader");

    try (Socket bobs = bob.connect();
        Socket anns = ann.connect()) {
      bobs.ask(chat.subscription());
      anns.ask(chat.subscription());
      chat.say("before");
      chat.withdraw(bob);
      chat.say("after");
      chat.stored(chat.publish(chat.standard("unnumbered", false)));
      chat.await(anns, 3);

      assertThat(Socket.type(bobs.ask(Map.of("action", "ping")))).isEqualTo("pong");
      assertThat(Chat.contents(chat.in(bobs))).containsExactly("before");
      assertThat(bobs.ask(chat.subscription(0)).getString("code")).isEqualTo("forbidden");
    }
  }

  @Test
  void other_chats_and_other_users_are_not_touched() {
    Account cid = Accounts.fresh();
    Chat lost = Chat.of(ann).let(bob, "reader").let(cid, "reader");
    Chat kept = Chat.of(ann).let(bob, "reader");

    try (Socket bobs = bob.connect();
        Socket cids = cid.connect()) {
      bobs.ask(lost.subscription());
      bobs.ask(kept.subscription());
      cids.ask(lost.subscription());
      lost.withdraw(bob);
      lost.say("for cid");
      kept.say("for bob");

      assertThat(Chat.contents(lost.await(cids, 1))).containsExactly("for cid");
      assertThat(Chat.contents(kept.await(bobs, 1))).containsExactly("for bob");
    }
  }

  @Test
  void who_gives_up_the_role_loses_the_chat_too() {
    Chat chat = Chat.of(ann).let(bob, "member");

    try (Socket socket = bob.connect()) {
      socket.ask(chat.subscription());
      chat.withdrawAs(bob, bob);

      awaitRevoked(socket, chat);
    }
  }

  @Test
  void a_lesser_role_that_still_reads_keeps_the_subscription() {
    Chat chat = Chat.of(ann).let(bob, "member");

    try (Socket socket = bob.connect()) {
      socket.ask(chat.subscription());
      chat.let(bob, "reader");
      chat.say("still here");

      assertThat(Chat.contents(chat.await(socket, 1))).containsExactly("still here");
    }
  }

  @Test
  void who_is_let_in_again_gets_what_was_missed() {
    Chat chat = Chat.of(ann).let(bob, "reader");

    try (Socket socket = bob.connect()) {
      socket.ask(chat.subscription());
      chat.say("one");
      chat.await(socket, 1);
      chat.withdraw(bob);
      awaitRevoked(socket, chat);
      chat.say("two");
      chat.let(bob, "reader");
      socket.ask(chat.subscription(1));
      chat.say("three");

      assertThat(Chat.contents(chat.await(socket, 3))).containsExactly("one", "two", "three");
    }
  }

  @Test
  void a_replay_under_way_ends() {
    int stored = 40_000;
    Chat chat = StoredChat.filled(ann, stored).let(bob, "reader");

    try (Socket socket = bob.connect()) {
      socket.ask(chat.subscription(0));
      socket.awaitTexts(100);
      chat.withdraw(bob);
      awaitRevoked(socket, chat);
      chat.say("after");
      socket.ask(Map.of("action", "ping"));

      List<Integer> seen = sequences(chat.in(socket));
      assertThat(seen).isEqualTo(numbers(1, seen.size())).hasSizeLessThan(stored);
      assertThat(Socket.type(lastFrameOf(chat, socket))).isEqualTo("unsubscribed");
    }
  }

  @Test
  void under_load_nothing_comes_that_is_stored_afterwards() {
    Chat chat = Chat.of(ann).let(bob, "reader");

    try (Socket bobs = bob.connect();
        Socket anns = ann.connect()) {
      bobs.ask(chat.subscription());
      anns.ask(chat.subscription());
      List<CompletableFuture<Answer>> load =
          range(0, 300).mapToObj(i -> publishing(chat, "load " + i)).toList();
      chat.await(bobs, 50);
      chat.withdraw(bob);
      JsonObject fence = chat.say("published after the answer");
      awaitRevoked(bobs, chat);
      load.forEach(CompletableFuture::join);
      chat.await(anns, 301);

      List<Integer> seen = sequences(chat.in(bobs));
      assertThat(seen).isEqualTo(numbers(1, seen.size()));
      assertThat(seen.size()).isLessThan(Board.sequence(fence));
      assertThat(Socket.type(lastFrameOf(chat, bobs))).isEqualTo("unsubscribed");
      assertThat(sequences(chat.in(anns))).isEqualTo(numbers(1, 301));
    }
  }

  private static void awaitRevoked(Socket socket, Chat chat) {
    awaitRevoked(socket, chat, Waiting.LIMIT);
  }

  private static void awaitRevoked(Socket socket, Chat chat, Duration limit) {
    patiently(limit)
        .until(() -> socket.objects().stream().anyMatch(frame -> isRevocation(chat, frame)));
  }

  private static boolean isRevocation(Chat chat, JsonObject frame) {
    return chat.isOf("unsubscribed", frame) && frame.getString("reason", "").equals("revoked");
  }

  private static JsonObject lastFrameOf(Chat chat, Socket socket) {
    List<JsonObject> frames =
        socket.objects().stream()
            .filter(frame -> frame.getString("chatId", "").equals(chat.id()))
            .toList();
    return frames.get(frames.size() - 1);
  }

  private CompletableFuture<Answer> publishing(Chat chat, String content) {
    return ann.api().call("POST", "/publish").json(chat.fifo(content)).sendAsync();
  }
}
