package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;

import dev.switchboard.audit.ReaderLog;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;

/**
 * A subscriber of a chat that drops now and then, stays away while others publish, and comes back
 * for what it has missed. It writes down what it gets.
 */
final class Dropout {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final int AT_ONCE = 200;

  private final Account account;
  private final Chat chat;
  private final int last;
  private final Progress progress;
  private final Random random;
  private final ReaderLog log = new ReaderLog();
  private int seen;

  Dropout(Account account, Chat chat, int last, Progress progress, long seed) {
    this.account = account;
    this.chat = chat;
    this.last = last;
    this.progress = progress;
    this.random = new Random(seed);
  }

  ReaderLog readAll() {
    while (seen < last) {
      readSome();
      stayAway();
    }
    return log;
  }

  private void readSome() {
    int enough = Math.min(last, seen + 1 + random.nextInt(AT_ONCE));
    try (Socket socket = connect()) {
      progress.addVisit();
      socket.send(chat.subscription(seen));
      patiently(Progress.LIMIT)
          .pollInterval(GLANCE)
          .until(() -> !socket.isOpen() || newest(socket) >= enough);
      drop(socket);
      writeDown(socket.objects());
    }
  }

  private void drop(Socket socket) {
    if (random.nextBoolean()) {
      socket.abort();
    } else {
      socket.close();
    }
  }

  /** A connection, once there is a server to connect to. */
  private Socket connect() {
    return patiently(Progress.LIMIT)
        .pollInterval(PAUSE)
        .ignoreExceptionsInstanceOf(CompletionException.class)
        .until(() -> account.handshake().bearer(account.token()).open(), Socket::isOpen);
  }

  private void stayAway() {
    int target = Math.min(last, progress.accepted() + random.nextInt(AT_ONCE));
    patiently(Progress.LIMIT).pollInterval(GLANCE).until(() -> progress.accepted() >= target);
  }

  private int newest(Socket socket) {
    List<JsonObject> messages = chat.in(socket);
    return messages.isEmpty() ? seen : Board.sequence(messages.get(messages.size() - 1));
  }

  private void writeDown(List<JsonObject> frames) {
    String stream = "chat:" + chat.id();
    int since = seen;
    log.connected();
    for (JsonObject frame : frames) {
      if (chat.isOf("subscribed", frame)) {
        log.subscribed(stream, since);
      } else if (chat.isOf("message", frame)) {
        JsonObject message = frame.getJsonObject("message");
        seen = Board.sequence(message);
        log.received(stream, seen, message.getString("messageId"));
      }
    }
  }
}
