import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A client of the socket in one file, for the JDK alone: sends each argument as a frame, then prints
 * every frame that comes until the connection ends.
 *
 * <pre>TOKEN=... java docs/examples/Listen.java '{"action":"subscribe","boardId":"..."}'</pre>
 *
 * <p>{@code TOKEN} holds an access token; {@code SOCKET}, if given, the address to connect to.
 */
final class Listen implements WebSocket.Listener {
  private static final String ADDRESS = "ws://localhost:9080/ws";

  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final StringBuilder frame = new StringBuilder();

  public static void main(String... frames) {
    Listen listener = new Listen();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + System.getenv("TOKEN"))
            .subprotocols("switchboard.v1")
            .buildAsync(URI.create(System.getenv().getOrDefault("SOCKET", ADDRESS)), listener)
            .join();
    for (String text : frames) {
      socket.sendText(text, true).join();
    }
    System.out.println("Closed: " + listener.ended.join());
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    frame.append(part);
    if (last) {
      System.out.println(frame);
      frame.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    ended.complete(code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    ended.complete(failure.toString());
  }
}
