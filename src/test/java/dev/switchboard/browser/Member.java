package dev.switchboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    JsonObject fields =
        Json.createObjectBuilder()
            .add("username", unique)
            .add("email", unique("mail") + "@example.org")
            .add("password", PASSWORD)
            .build();
    return new Member(url, unique, token(post(url, "/auth/register", fields), 201));
  }

  /** One of the accounts of the demonstration. */
  static Member demo(String name) {
    JsonObject fields =
        Json.createObjectBuilder().add("username", name).add("password", PASSWORD).build();
    return new Member(underTest(), name, token(post(underTest(), "/auth/login", fields), 200));
  }

  static Member admin() {
    return demo("admin");
  }

  /** A name like no other. */
  static String unique(String beginning) {
    return beginning + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static HttpResponse<String> post(String url, String path, JsonObject body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Json.createReader(new StringReader(answer.body())).readObject().getString("accessToken");
  }
}
