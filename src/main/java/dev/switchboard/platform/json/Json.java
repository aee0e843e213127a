package dev.switchboard.platform.json;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;

/**
 * Our JSON: a record's components under their own names, in the order of the alphabet, absent
 * members left out, instants in UTC with {@code Z}, unknown members ignored. A record that is read
 * must be public: Yasson calls its constructor from outside.
 */
@ApplicationScoped
public class Json {

  private static final Jsonb JSONB =
      JsonbBuilder.create(
          new JsonbConfig()
              .withNullValues(false)
              .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
              .withPropertyVisibilityStrategy(new FieldsOnly()));

  /** Looked up once: the API would look through the class path each time. */
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());

  /** A new object without members. */
  public static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  /** An array of items, each a {@code JsonValue} or what JSON-P makes one of. */
  public static JsonArrayBuilder array(Collection<?> items) {
    return PROVIDER.createArrayBuilder(items);
  }

  /** The object or array that a text holds; throws {@code JsonException} where it is neither. */
  public static JsonStructure parse(String text) {
    try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.read();
    }
  }

  /** Reads a text step by step. */
  public static JsonParser parser(String text) {
    return PARSERS.createParser(new StringReader(text));
  }

  /** The text of a value. */
  public String write(Object value) {
    return JSONB.toJson(value);
  }

  /** The value of a text; throws {@code JsonbException} where the text does not fit the type. */
  public <T> T read(String text, Class<T> type) {
    return JSONB.fromJson(text, (Type) type);
  }

  /** The shared JSON-B; safe to use from any thread, never closed. */
  static Jsonb jsonb() {
    return JSONB;
  }
}
