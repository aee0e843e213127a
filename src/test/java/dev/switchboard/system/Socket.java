package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client's end of a socket: keeps every frame that comes, in order. A frame that the description
 * does not know fails the test that reads.
 */
final class Socket implements WebSocket.Listener, AutoCloseable {

  private final List<String> texts = new ArrayList<>();
  private final List<JsonObject> objects = new ArrayList<>();
  private final List<JsonObject> undescribed = new ArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Closure> closure = new CompletableFuture<>();
  private @Nullable WebSocket wire;

  void attach(WebSocket opened) {
    wire = opened;
  }

  Socket welcomed() {
    await(frame -> type(frame).equals("welcome"));
    return this;
  }

  String subprotocol() {
    return wire().getSubprotocol();
  }

  boolean isOpen() {
    return !closure.isDone();
  }

  /** Every text frame so far, as it came. */
  synchronized List<String> texts() {
    return List.copyOf(texts);
  }

  /** Every object so far; a frame may hold several, one a line. */
  synchronized List<JsonObject> objects() {
    assertThat(undescribed).as("frames that asyncapi.yaml does not describe").isEmpty();
    return List.copyOf(objects);
  }

  /** The messages of a board so far. */
  List<JsonObject> messages(Board board) {
    return objects().stream()
        .filter(frame -> isMessageOf(board, frame))
        .map(frame -> frame.getJsonObject("message"))
        .toList();
  }

  List<JsonObject> awaitMessages(Board board, int count) {
    return patiently().until(() -> messages(board), messages -> messages.size() >= count);
  }

  void awaitTexts(int count) {
    patiently().until(() -> texts().size() >= count);
  }

  JsonObject await(Predicate<JsonObject> wanted) {
    return patiently()
        .until(() -> objects().stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** Sends with a requestId of its own and waits for the answer that carries it. */
  JsonObject ask(Map<String, ?> frame) {
    String requestId = UUID.randomUUID().toString();
    Map<String, Object> asked = new HashMap<>(frame);
    asked.put("requestId", requestId);
    send(asked);
    return await(answer -> answer.getString("requestId", "").equals(requestId));
  }

  JsonObject subscribe(Board board) {
    return ask(Map.of("action", "subscribe", "boardId", board.id()));
  }

  JsonObject subscribe(Board board, long since) {
    return ask(Map.of("action", "subscribe", "boardId", board.id(), "since", since));
  }

  void send(Map<String, ?> frame) {
    send(JsonText.of(frame));
  }

  void send(String text) {
    sent(wire().sendText(text, true));
  }

  void sendBinary(byte[] bytes) {
    sent(wire().sendBinary(ByteBuffer.wrap(bytes), true));
  }

  Closure awaitClosure() {
    return patiently().until(() -> closure.getNow(new Closure(0, "still open")), c -> c.code() > 0);
  }

  /** Drops the connection without a close frame. */
  void abort() {
    wire().abort();
    closure.complete(new Closure(1006, "aborted here"));
  }

  @Override
  public void close() {
    if (isOpen() && !wire().isOutputClosed()) {
      sent(wire().sendClose(WebSocket.NORMAL_CLOSURE, ""));
      closure.completeOnTimeout(new Closure(1006, "no close frame"), 10, TimeUnit.SECONDS).join();
    }
    wire().abort();
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onText(
      WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      texts.add(partial.toString());
      partial.toString().lines().map(JsonText::object).forEach(this::keep);
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void keep(JsonObject frame) {
    objects.add(frame);
    if (!DescribedFrames.knows(frame)) {
      undescribed.add(frame);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closure.complete(new Closure(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closure.complete(new Closure(1006, String.valueOf(error)));
  }

  static String type(JsonObject frame) {
    return frame.getString("type", "");
  }

  static boolean isMessageOf(Board board, JsonObject frame) {
    return type(frame).equals("message") && frame.getString("boardId", "").equals(board.id());
  }

  private WebSocket wire() {
    return Objects.requireNonNull(wire);
  }

  /** A send that fails because the server closed meanwhile shows in the closure. */
  private void sent(CompletableFuture<WebSocket> sending) {
    try {
      sending.orTimeout(60, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      closure.complete(new Closure(1006, String.valueOf(e.getCause())));
    }
  }
}
