package dev.switchboard.platform.paging;

import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.problem.ProblemException;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The place in a list where the next page begins; opaque to clients. */
public record Cursor(List<String> keys) {

  private static final int LONGEST = 1024;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  public Cursor {
    keys = List.copyOf(keys);
  }

  /** The cursor that stands after the item with these keys. */
  public static Cursor after(Object... keys) {
    return new Cursor(List.of(keys).stream().map(String::valueOf).toList());
  }

  /** Reads the query parameter {@code cursor}; a problem 400 for what is not one of ours. */
  public static Optional<Cursor> parse(@Nullable String text) {
    return Optional.ofNullable(text).map(Cursor::decode);
  }

  /** The key at the place, as a number; a problem 400 where it is none. */
  public long number(int place) {
    return key(place, Long::parseLong);
  }

  /** The key at the place, as an id; a problem 400 where it is none. */
  public UUID id(int place) {
    return key(place, UUID::fromString);
  }

  /** The key at the place, as an instant of a year that the database knows; else a problem 400. */
  public Instant instant(int place) {
    Instant instant = key(place, Instant::parse);
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
      throw refused();
    }
    return instant;
  }

  /** The key at the place, read by the given parser; a problem 400 where that fails. */
  public <T> T key(int place, Function<String, T> parser) {
    try {
      return parser.apply(keys.get(place));
    } catch (RuntimeException notOurs) {
      throw refused();
    }
  }

  /** What a client sees. */
  public String encode() {
    byte[] bytes = Json.array(keys).build().toString().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Cursor decode(String text) {
    if (text.length() > LONGEST) {
      throw refused();
    }
    try {
      String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      return new Cursor(
          Json.parse(json).asJsonArray().getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .toList());
    } catch (IllegalArgumentException | JsonException | ClassCastException notOurs) {
      throw refused();
    }
  }

  private static ProblemException refused() {
    return ProblemException.invalid("/cursor", "must be a cursor that a page of this list gave");
  }
}
