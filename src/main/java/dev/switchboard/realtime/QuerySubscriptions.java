package dev.switchboard.realtime;

import dev.switchboard.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.websocket.Session;
import java.util.List;

/**
 * Subscribes a new connection to what its address asks for, as in {@code /ws?chatId=a&chatId=b};
 * each is answered as if a frame had asked.
 */
@ApplicationScoped
class QuerySubscriptions {
  private final Targets targets;
  private final Actions actions;

  @SuppressWarnings("NullAway")
  QuerySubscriptions() {
    this(null, null);
  }

  @Inject
  QuerySubscriptions(Targets targets, Actions actions) {
    this.targets = targets;
    this.actions = actions;
  }

  void begin(Connection connection, Session session) {
    for (String key : targets.keys()) {
      session
          .getRequestParameterMap()
          .getOrDefault(key, List.of())
          .forEach(id -> actions.perform(connection, subscribe(key, id)));
    }
  }

  private static String subscribe(String key, String id) {
    JsonObject frame = Json.object().add("action", "subscribe").add(key, id).build();
    return frame.toString();
  }
}
