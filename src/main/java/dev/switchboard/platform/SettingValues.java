package dev.switchboard.platform;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what settings are set to, each once. A value that cannot be read, or is out of its range,
 * is an {@link IllegalArgumentException} that names the setting.
 */
final class SettingValues {
  private final Function<String, Optional<String>> source;
  private final Map<String, Optional<String>> values = new ConcurrentHashMap<>();

  /** Takes where the text of a setting comes from, by its name. */
  SettingValues(Function<String, Optional<String>> source) {
    this.source = source;
  }

  Optional<String> value(String name) {
    return values.computeIfAbsent(
        name, key -> source.apply(key).map(String::strip).filter(text -> !text.isEmpty()));
  }

  int positive(String name, int standard) {
    int number = read(name, String.valueOf(standard), Integer::parseInt);
    if (number < 1) {
      throw new IllegalArgumentException("the setting " + name + " must be at least 1");
    }
    return number;
  }

  Duration duration(String name, String standard) {
    Duration time = read(name, standard, Duration::parse);
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("the setting " + name + " must be longer than nothing");
    }
    return time;
  }

  Rate rate(String name, String standard) {
    return read(name, standard, Rate::parse);
  }

  Set<String> list(String name) {
    return Arrays.stream(value(name).orElse("").split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private <T> T read(String name, String standard, Function<String, T> parser) {
    try {
      return parser.apply(value(name).orElse(standard));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new IllegalArgumentException("the setting " + name + " cannot be read", wrong);
    }
  }
}
