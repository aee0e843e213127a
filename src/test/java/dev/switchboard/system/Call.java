package dev.switchboard.system;

import dev.switchboard.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One call over HTTP, put together step by step. */
final class Call {

  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .build();

  private static final Duration SHORT = Duration.ofSeconds(5);

  private final String method;
  private final HttpRequest.Builder request;

  Call(String method, URI address) {
    this.method = method;
    this.request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .method(method, BodyPublishers.noBody());
  }

  Call header(String name, String value) {
    request.setHeader(name, value);
    return this;
  }

  Call json(Map<String, ?> body) {
    return body("application/json", JsonText.of(body));
  }

  Call body(String type, String text) {
    request.setHeader("Content-Type", type).method(method, BodyPublishers.ofString(text));
    return this;
  }

  /** Sends a JSON body in chunks, its length not told beforehand. */
  Answer stream(String text) {
    InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    request
        .setHeader("Content-Type", "application/json")
        .method(method, BodyPublishers.ofInputStream(() -> bytes));
    return sendOnce();
  }

  /** The answer; where the server asks to wait a few seconds for the rate's sake, the one after. */
  Answer send() {
    Answer answer = sendOnce();
    while (answer.status() == 429 && answer.retryAfter().compareTo(SHORT) <= 0) {
      Waiting.asTold(answer.retryAfter());
      answer = sendOnce();
    }
    return answer;
  }

  /** The answer, whatever it is. */
  Answer sendOnce() {
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  CompletableFuture<Answer> sendAsync() {
    return HTTP.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Answer::new);
  }
}
