package dev.switchboard.bench;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The calls that prepare a run: signing in, boards and chats. */
final class Api {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;
  private final String token;

  private Api(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  static Api signIn(URI base, String username, String password) {
    JsonObject answer =
        new Api(base, "").post("/auth/login", Map.of("username", username, "password", password));
    return new Api(base, answer.getString("accessToken"));
  }

  String token() {
    return token;
  }

  /** Returns when the board is there. */
  Stream newBoard() {
    String id = post("/boards", Map.of("name", "Benchmark")).getString("id");
    while (!get("/operations/" + id).getString("status").equals("succeeded")) {
      Pause.of(Duration.ofMillis(10));
    }
    return Stream.board(id);
  }

  Stream newChat() {
    String chat = "bench-" + UUID.randomUUID();
    String user = get("/auth/me").getString("id");
    post("/permissions", Map.of("userId", user, "chatId", chat, "role", "owner"));
    return Stream.chat(chat);
  }

  private JsonObject post(String path, Map<String, String> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.of(body))));
  }

  private JsonObject get(String path) {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1" + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonObject send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new BenchException("%s: %s".formatted(response, response.body()));
      }
      return Json.object(response.body());
    } catch (IOException e) {
      throw new BenchException("No answer from " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }
}
