package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Readers of several chats that come, begin anew and go at random while others publish: what each
 * subscription brings is a run of the chat. A failure names its seed; {@code -Dseed=…} repeats it.
 */
class ChatSubscribeSinceIT {

  private static final int CHATS = 3;
  private static final int MESSAGES = 100;
  private static final int FOLLOWERS = 4;
  private static final String LAST = "the last";

  private final Account ann = Accounts.fresh();
  private final List<Chat> chats = Stream.generate(() -> Chat.of(ann)).limit(CHATS).toList();

  @RepeatedTest(2)
  void whatever_a_subscription_brings_has_no_hole_no_repeat_and_one_order() {
    long seed = Long.getLong("seed", ThreadLocalRandom.current().nextLong());

    assertThatCode(() -> followWhilePublishing(seed))
        .as("seed %d", seed)
        .doesNotThrowAnyException();
  }

  private void followWhilePublishing(long seed) {
    ExecutorService threads = Executors.newFixedThreadPool(FOLLOWERS + CHATS);

    try (Following steady = new Following(ann)) {
      chats.forEach(chat -> steady.subscribe(chat, 0));
      CompletableFuture<Void> written = CompletableFuture.allOf(publishers(seed, threads));
      List<CompletableFuture<List<Stretch>>> followers =
          range(0, FOLLOWERS)
              .mapToObj(i -> new WanderingFollower(ann, chats, seed + i))
              .map(follower -> supplyAsync(() -> follower.read(written, LAST), threads))
              .toList();
      written.join();

      chats.forEach(chat -> assertSawAll(steady, chat));
      followers.stream()
          .flatMap(follower -> follower.join().stream())
          .forEach(stretch -> stretch.assertRunOf(Stretch.numbers(pushed(stretch.chat()))));
    } finally {
      threads.shutdownNow();
    }
  }

  private CompletableFuture<?>[] publishers(long seed, ExecutorService threads) {
    return range(0, CHATS)
        .mapToObj(i -> CompletableFuture.runAsync(() -> fill(chats.get(i), seed - i), threads))
        .toArray(CompletableFuture<?>[]::new);
  }

  /** Numbered messages of two queues are stored in no certain order: the last waits for them. */
  private static void fill(Chat chat, long seed) {
    Random random = new Random(seed);
    for (int i = 1; i < MESSAGES; i++) {
      assertThat(chat.publish(any(chat, random, "message " + i)).status()).isEqualTo(202);
    }
    patiently().until(() -> chat.walk("&limit=100").size() == MESSAGES - 1);
    chat.say(LAST);
  }

  private static Map<String, Object> any(Chat chat, Random random, String content) {
    return Chat.message(
        random.nextInt(4) == 0 ? "Email" : Chat.PUSHED,
        random.nextBoolean() ? "fifo" : "standard",
        chat.id(),
        Map.of("content", content, "requestSequence", random.nextBoolean()));
  }

  /** Who follows from the beginning on gets every message for sockets, numbered or not. */
  private static void assertSawAll(Following steady, Chat chat) {
    List<JsonObject> pushed = pushed(chat);
    patiently().until(() -> steady.latest(chat).messages().size() >= pushed.size());
    Stretch stretch = steady.latest(chat);

    assertThat(stretch.messages()).containsExactlyInAnyOrderElementsOf(pushed);
    stretch.assertRunOf(Stretch.numbers(pushed));
  }

  /** What the chat holds for sockets: the numbered ones in order, then the others. */
  private static List<JsonObject> pushed(Chat chat) {
    Stream<JsonObject> unnumbered =
        chat.walk("&limit=100").stream().filter(message -> !message.containsKey("sequenceNumber"));
    return Stream.concat(chat.history().stream(), unnumbered)
        .filter(message -> message.getString("targetChannel").equals(Chat.PUSHED))
        .toList();
  }
}
