package dev.switchboard.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine. */
final class Chromium {

  /** The environment variable that names it where it is not in PATH. */
  static final String VARIABLE = "CHROMIUM";

  /** It is to speak to our server alone, and to no service of its maker. */
  static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private Chromium() {}

  static Optional<Path> find() {
    Stream<Path> named = Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).stream();
    Stream<Path> inPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(named, inPath).filter(Files::isExecutable).findFirst();
  }
}
