package dev.switchboard.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** The modules of a page, for what would take many clicks, or cannot be seen. */
record Modules(Page page) {

  private static final String USER =
      "async () => (await import('/app/model/session.js')).session.user.id";

  private static final String CALL =
      "async ([method, path, body]) => (await import('/app/model/api.js')).call(method, path,"
          + " body)";

  private static final String HEAR =
      """
      async ([key, id]) => {
        const { live } = await import('/app/model/live.js');
        window.heard ??= {};
        window.heard[id] = [];
        await new Promise((resolve) => live.subscribe({ [key]: id }, ({ type, message }) =>
          type === 'message' ? window.heard[id].push(message.sequenceNumber) : resolve()));
      }\
      """;

  private static final String SEND =
      "async message => { (await import('/app/model/live.js')).live.send(message); }";

  private static final String SEND_ALL =
      """
      async messages => {
        const { live } = await import('/app/model/live.js');
        const all = messages.map((message) => live.send(message));
        await new Promise((resolve) => live.onDelivery(() =>
          all.every(({ state }) => state === 'accepted') && resolve()));
      }\
      """;

  static Modules of(Window window) {
    return new Modules(window.inFront());
  }

  /** The id of who is signed in. */
  String userId() {
    return String.valueOf(page.evaluate(USER));
  }

  /** Calls the API, and waits for the answer. */
  void call(String method, String path, Map<String, String> body) {
    page.evaluate(CALL, List.of(method, path, body));
  }

  /** Collects the numbers of a stream's messages from now on, as the client library tells them. */
  void hear(String key, String id) {
    page.evaluate(HEAR, List.of(key, id));
  }

  /** What was collected of that stream. */
  List<?> heard(String id) {
    return (List<?>) page.evaluate("id => window.heard[id]", id);
  }

  /** Sends a message, and waits for nothing. */
  void send(Map<String, Object> message) {
    page.evaluate(SEND, message);
  }

  /** Sends messages, and waits until all of them are accepted. */
  void sendAll(List<Map<String, Object>> messages) {
    page.evaluate(SEND_ALL, messages);
  }

  static Map<String, Object> toRoom(String roomId, String text) {
    return Map.of("roomId", roomId, "content", text);
  }

  /** A message to a chat: {@code fifo}, or {@code standard}. */
  static Map<String, Object> toChat(String chatId, String order, String text) {
    return Map.of(
        "targetChannel",
        "WebSocket",
        "messageType",
        order,
        "payload",
        Map.of("chatId", chatId, "eventType", "message", "content", text));
  }
}
