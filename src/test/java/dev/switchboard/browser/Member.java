package dev.switchboard.browser;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Waiting;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** Somebody with an account at an installation. */
record Member(String url, String name, String token) {

  static final String PASSWORD = "Switchboard1";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The address of the installation under test: system property {@code switchboard.url}. */
  static String underTest() {
    return System.getProperty("switchboard.url", "http://localhost:9080");
  }

  /** Somebody new, with that at the beginning of the user name. */
  static Member called(String name) {
    return called(name, underTest());
  }

  static Member called(String name, String url) {
    String unique = unique(name);
    JsonObjectBuilder fields =
        Json.createObjectBuilder()
            .add("username", unique)
            .add("email", unique("mail") + "@example.org")
            .add("password", PASSWORD);
    return nobody(url).enter("/auth/register", unique, fields);
  }

  /** One of the accounts of the demonstration. */
  static Member demo(String name) {
    JsonObjectBuilder fields =
        Json.createObjectBuilder().add("username", name).add("password", PASSWORD);
    return nobody(underTest()).enter("/auth/login", name, fields);
  }

  static Member admin() {
    return demo("admin");
  }

  /** A name like no other. */
  static String unique(String beginning) {
    return beginning + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Member nobody(String url) {
    return new Member(url, "", "");
  }

  private Member enter(String path, String name, JsonObjectBuilder fields) {
    return new Member(url, name, post(path, fields).getString("accessToken"));
  }

  /** The user's id, from the token. */
  String id() {
    String claims = token.split("\\.", -1)[1];
    String json = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
    return read(json).getString("sub");
  }

  /** Has something done over the API; the answer. */
  JsonObject post(String path, JsonObjectBuilder body) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.build().toString()));
    return send(request);
  }

  /** The same, and waits until it is done; the id of what is there then. */
  String does(String path, JsonObjectBuilder body) {
    return done(post(path, body));
  }

  /** Gives somebody a role in a chat of his own. */
  void grants(Member member, String chat, String role) {
    post(
        "/permissions",
        Json.createObjectBuilder()
            .add("userId", member.id())
            .add("chatId", chat)
            .add("role", role));
  }

  /** Has something removed, and waits until it is. */
  void undoes(String path) {
    done(delete(path));
  }

  private String done(JsonObject accepted) {
    String id = accepted.getString("id");
    patiently().until(() -> get("/operations/" + id).getString("status").equals("succeeded"));
    return id;
  }

  JsonObject get(String path) {
    return send(request(path).GET());
  }

  JsonObject delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static JsonObject send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() == 429) {
        Waiting.asTold(
            Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
        return send(request);
      }
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return answer.body().isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : read(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject read(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }
}
