package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.audit.DeliveryAudit;
import dev.switchboard.audit.Findings;
import dev.switchboard.audit.ReaderLog;
import dev.switchboard.audit.StoredStream;
import dev.switchboard.audit.StoredStreams;
import dev.switchboard.launch.Broker;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run whose seed a failure tells is repeated by {@code -Dproof.seed}. */
@InOwnInstallation
class DeliveryProofIT {

  private static final int SENDERS = 3;
  private static final int EACH = 1_000;
  private static final int ALL = SENDERS * EACH;
  private static final int SUBSCRIBERS = 20;

  private final long seed = Long.getLong("proof.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Progress progress = new Progress();

  @Test
  void whatever_dies_every_subscriber_gets_every_accepted_message_once_and_in_order(Site site)
      throws SQLException {
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS + SUBSCRIBERS);
    try {
      prove(site, threads);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("with seed %d, %s".formatted(seed, progress), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void prove(Site site, ExecutorService threads) throws SQLException {
    Chat chat = Chat.of(site.register());
    List<Account> authors = join(chat, SENDERS, "member");
    List<CompletableFuture<ReaderLog>> subscribers =
        join(chat, SUBSCRIBERS, "reader").stream()
            .map(account -> new Dropout(account, chat, ALL, progress, random.nextLong()))
            .map(subscriber -> supplyAsync(subscriber::readAll, threads))
            .toList();
    List<CompletableFuture<List<String>>> senders =
        authors.stream()
            .map(account -> new PersistentSender(account, chat, progress))
            .map(sender -> supplyAsync(() -> sender.send(EACH), threads))
            .toList();

    progress.awaitAccepted(ALL / 6 + random.nextInt(ALL / 6));
    killBroker(site.installation().broker());
    progress.awaitAccepted(ALL / 2 + random.nextInt(ALL / 6));
    site.restartAfterKill(progress::awaitLoss);

    assertStored(chat, authors, senders);
    assertDelivered(site, chat, subscribers);
  }

  private static List<Account> join(Chat chat, int users, String role) {
    List<Account> joined =
        Stream.generate(new Accounts(chat.owner().home())::register).limit(users).toList();
    joined.forEach(account -> chat.let(account, role));
    return joined;
  }

  private void killBroker(Broker broker) {
    broker.kill();
    try {
      progress.awaitRefusal();
    } finally {
      broker.start();
    }
  }

  private static void assertStored(
      Chat chat, List<Account> authors, List<CompletableFuture<List<String>>> senders) {
    List<String> accepted =
        senders.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
    patiently(Progress.LIMIT)
        .untilAsserted(() -> assertThat(chat.messages("&afterSequence=" + (ALL - 1))).isNotEmpty());
    List<JsonObject> history = chat.history();

    assertThat(sequences(history)).isEqualTo(numbers(1, ALL));
    assertThat(history)
        .extracting(message -> message.getString("messageId"))
        .containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(authors)
        .allSatisfy(
            author ->
                assertThat(history)
                    .filteredOn(message -> message.getString("userId").equals(author.userId()))
                    .extracting(message -> message.getString("content"))
                    .isEqualTo(PersistentSender.contents(EACH)));
  }

  private static void assertDelivered(
      Site site, Chat chat, List<CompletableFuture<ReaderLog>> subscribers) throws SQLException {
    String stream = "chat:" + chat.id();
    List<ReaderLog> logs = subscribers.stream().map(CompletableFuture::join).toList();
    try (Connection connection = site.installation().database().connection()) {
      connection.setAutoCommit(false);
      StoredStream stored = new StoredStreams(connection).read(stream);

      assertThat(stored.holes()).isZero();
      assertThat(logs)
          .allSatisfy(
              log ->
                  assertThat(DeliveryAudit.toTheEnd().compare(log, stream, stored))
                      .isEqualTo(new Findings(ALL, 0, 0, 0, 0)));
    }
  }
}
