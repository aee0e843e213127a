package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection over which chats are followed; tells apart what each subscription brought. */
final class Following implements AutoCloseable {

  private final Socket socket;
  private final Map<String, Asked> asked = new HashMap<>();

  private record Asked(long since, int head) {}

  Following(Account account) {
    socket = account.connect();
  }

  /** Follows a chat; who follows it already begins anew. */
  void subscribe(Chat chat, long since) {
    int head = head(chat);
    JsonObject answer =
        socket.ask(since == Stretch.LIVE_ONLY ? chat.subscription() : chat.subscription(since));
    asked.put(answer.getString("requestId"), new Asked(since, head));
  }

  /** The number that a chat has come to, or has passed meanwhile. */
  static int head(Chat chat) {
    return Stretch.numbers(chat.messages("&limit=100")).stream()
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  void unsubscribe(Chat chat) {
    socket.ask(Map.of("action", "unsubscribe", "chatId", chat.id()));
  }

  void awaitReplay(Chat chat) {
    patiently().until(() -> latest(chat).isReplayed());
  }

  void awaitMessage(Chat chat, String content) {
    patiently().until(() -> Chat.contents(latest(chat).messages()).contains(content));
  }

  Stretch latest(Chat chat) {
    List<Stretch> all = stretches(chat);
    return all.get(all.size() - 1);
  }

  List<Stretch> stretches(Chat chat) {
    List<Stretch> stretches = new ArrayList<>();
    Stretch open = null;
    for (JsonObject frame : socket.objects()) {
      if (chat.isOf("subscribed", frame)) {
        open = begun(chat, frame);
        stretches.add(open);
      } else if (chat.isOf("unsubscribed", frame)) {
        open = null;
      } else if (frame.getString("chatId", "").equals(chat.id())) {
        take(frame, open);
      }
    }
    return stretches;
  }

  private Stretch begun(Chat chat, JsonObject subscribed) {
    Asked before = requireNonNull(asked.get(subscribed.getString("requestId")));
    return new Stretch(chat, before.since(), before.head(), subscribed, new ArrayList<>());
  }

  private static void take(JsonObject frame, @Nullable Stretch open) {
    if (open == null || !Socket.type(frame).equals("message")) {
      throw new AssertionError("not to be expected in " + open + ": " + frame);
    }
    open.messages().add(frame.getJsonObject("message"));
  }

  void abort() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.close();
  }
}
