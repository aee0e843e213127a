package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A walk through a list, from page to page by its cursors. */
record Walk(Api api) {

  /** All that the pages hold, in order; the path has a query. */
  List<JsonObject> items(String path) {
    List<JsonObject> seen = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      Answer page = api.get(next.get());
      assertThat(page.status()).as("%s", page).isEqualTo(200);
      seen.addAll(page.items());
      next = page.next().map(cursor -> path + "&cursor=" + encoded(cursor));
    }
    return seen;
  }

  private static String encoded(String cursor) {
    return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
  }
}
