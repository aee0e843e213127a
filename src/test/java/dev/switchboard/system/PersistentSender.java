package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishes one message after the other, each as often as it takes until it is accepted. */
record PersistentSender(Account account, Chat chat, Progress progress) {

  private static final Duration PAUSE = Duration.ofMillis(200);

  /** What so many messages say, in the order in which they are sent. */
  static List<String> contents(int messages) {
    return rangeClosed(1, messages).mapToObj(i -> "message " + i).toList();
  }

  /** The ids of the messages as they were accepted. */
  List<String> send(int messages) {
    return contents(messages).stream().map(this::sendUntilAccepted).toList();
  }

  private String sendUntilAccepted(String content) {
    String key = UUID.randomUUID().toString();
    return patiently(Progress.LIMIT)
        .pollInterval(PAUSE)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> send(chat.fifo(content), key), answer -> answer.status() == 202)
        .id();
  }

  private Answer send(Map<String, Object> message, String key) {
    Answer answer;
    try {
      answer = account.api().post("/publish", message, key);
    } catch (UncheckedIOException e) {
      progress.addLost();
      throw e;
    }
    assertThat(answer.status()).as("%s", answer).isIn(202, 503);
    if (answer.status() == 202) {
      progress.addAccepted();
    } else {
      progress.addRefused();
    }
    return answer;
  }
}
