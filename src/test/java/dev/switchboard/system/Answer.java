package dev.switchboard.system;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came back from a call. */
record Answer(HttpResponse<String> response) {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

  int status() {
    return response.statusCode();
  }

  String text() {
    return response.body();
  }

  JsonObject json() {
    return JsonText.object(text());
  }

  String string(String field) {
    return json().getString(field);
  }

  String id() {
    return string("id");
  }

  List<JsonObject> items() {
    return json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  /** The opaque cursor of the next page, if there is one. */
  Optional<String> next() {
    return Optional.ofNullable(json().getString("next", null));
  }

  /** The next page as the {@code Link} header names it. */
  Optional<URI> nextLink() {
    return response.headers().allValues("Link").stream()
        .map(NEXT::matcher)
        .filter(Matcher::find)
        .map(link -> response.uri().resolve(link.group(1)))
        .findFirst();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  URI location() {
    return response.uri().resolve(header("Location").orElseThrow());
  }

  /** Zero where the answer does not ask for patience. */
  Duration retryAfter() {
    return header("Retry-After").map(Long::valueOf).map(Duration::ofSeconds).orElse(Duration.ZERO);
  }

  @Override
  public String toString() {
    return response.request().method() + " " + response.uri() + " " + status() + " " + text();
  }
}
