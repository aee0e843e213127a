package dev.switchboard.system;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/** The frames of the server that its description tells of, by their types. */
final class DescribedFrames {

  private static final Pattern TYPE = Pattern.compile("type:\\n +const: (\\S+)");
  private static final Set<String> TYPES = read();

  private DescribedFrames() {}

  static Set<String> types() {
    return TYPES;
  }

  /** Whether it is described; the type of a broadcast is its sender's word. */
  static boolean knows(JsonObject frame) {
    return frame.containsKey("broadcasts") || TYPES.contains(Socket.type(frame));
  }

  private static Set<String> read() {
    try {
      String description = Files.readString(Path.of("src/main/webapp/asyncapi.yaml"));
      return TYPE.matcher(description)
          .results()
          .map(result -> result.group(1))
          .collect(toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
