package dev.switchboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of an installation, found by the files that the launcher leaves in its folder. */
final class Processes {
  private static final Map<Part, String> FILES =
      Map.of(
          Part.SERVER, "server/server.pid",
          Part.DATABASE, "database/data/postmaster.pid",
          Part.BROKER, "launcher.pid");

  private final Map<Part, ProcessHandle> roots = new EnumMap<>(Part.class);

  private Processes() {}

  /** Of a server about which nothing is known. */
  static Processes unknown() {
    return new Processes();
  }

  /** Of a launcher that works in that folder. */
  static Processes in(Path directory) {
    Processes found = new Processes();
    FILES.forEach(
        (part, file) ->
            recorded(directory.resolve(file)).ifPresent(it -> found.roots.put(part, it)));
    return found;
  }

  /** The processes of a part; the broker's is the launcher, whose descendants are the others. */
  Stream<ProcessHandle> of(Part part) {
    return Optional.ofNullable(roots.get(part)).stream()
        .flatMap(
            root ->
                part == Part.BROKER
                    ? Stream.of(root)
                    : Stream.concat(Stream.of(root), root.descendants()));
  }

  /** The server's Java process. */
  Optional<ProcessHandle> server() {
    return of(Part.SERVER)
        .filter(it -> it.info().command().filter(name -> name.endsWith("java")).isPresent())
        .findFirst();
  }

  private static Optional<ProcessHandle> recorded(Path file) {
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
