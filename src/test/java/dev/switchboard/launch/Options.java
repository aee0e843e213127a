package dev.switchboard.launch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose for the one-command run: by a system property that Maven hands on ({@code
 * -Dhttp.port}), or else by the environment ({@code HTTP_PORT}).
 */
final class Options {
  private Options() {}

  static Optional<String> get(String name) {
    String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
    return nonBlank(System.getProperty(name))
        .or(() -> nonBlank(System.getenv("LAUNCH_" + variable)))
        .or(() -> nonBlank(System.getenv(variable)));
  }

  /** Whether it is tests that run: they take the embedded services, without old data. */
  static boolean forTests() {
    return Boolean.getBoolean("embedded");
  }

  /** Whether the user named a service of his own. */
  static boolean external(String host) {
    return !forTests() && get(host).isPresent();
  }

  static int port(String name, int byDefault) {
    return get(name).map(Integer::parseInt).orElse(byDefault);
  }

  static Path directory() {
    return Path.of(get("data.dir").orElse("target/dev-data")).toAbsolutePath();
  }

  private static Optional<String> nonBlank(@Nullable String text) {
    return Optional.ofNullable(text).filter(it -> !it.isBlank());
  }
}
