package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What somebody sends to everybody, known by its type. */
record Broadcast(Account sender, String type) {

  static final String PATH = "/websocket/broadcast";

  Answer send(Object data) {
    return sender.api().post(PATH, Map.of("type", type, "data", data));
  }

  /** The frames of this type that a socket got so far. */
  List<JsonObject> in(Socket socket) {
    return socket.objects().stream().filter(frame -> Socket.type(frame).equals(type)).toList();
  }

  List<JsonObject> await(Socket socket, int count) {
    return patiently().until(() -> in(socket), frames -> frames.size() >= count);
  }

  static List<String> texts(List<JsonObject> frames) {
    return frames.stream().map(frame -> frame.getString("data")).toList();
  }
}
