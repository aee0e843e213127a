package dev.switchboard.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;

/** How many connections there are, in all and by node. */
record ConnectionCount(int count, Map<String, Integer> nodes) {

  static ConnectionCount seenBy(Account account) {
    Answer answer = account.api().get("/websocket/connections");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    JsonObject seen = answer.json();
    assertThat(seen).containsOnlyKeys("count", "nodes");
    Map<String, Integer> nodes =
        seen.getJsonArray("nodes").getValuesAs(JsonObject.class).stream()
            .collect(toMap(node -> node.getString("node"), node -> node.getInt("count")));
    return new ConnectionCount(seen.getInt("count"), nodes);
  }
}
