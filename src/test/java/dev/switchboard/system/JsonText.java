package dev.switchboard.system;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/** JSON text and back, with the provider looked up once. */
final class JsonText {

  private static final JsonProvider JSON = JsonProvider.provider();

  private JsonText() {}

  /** The object that the text is; an assertion error that shows the text if it is none. */
  static JsonObject object(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new AssertionError("not a JSON object: " + text, e);
    }
  }

  static JsonObject object(Map<String, ?> fields) {
    return JSON.createObjectBuilder(fields).build();
  }

  static String of(Map<String, ?> fields) {
    return object(fields).toString();
  }
}
