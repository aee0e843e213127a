package dev.switchboard.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The instructions of {@code docker/Containerfile}. */
record Containerfile(List<String> instructions) {

  static Containerfile read() {
    try {
      String text = Files.readString(Path.of("docker", "Containerfile")).replace("\\\n", " ");
      return new Containerfile(
          text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands behind the instructions of this name, in order. */
  List<String> all(String name) {
    return instructions.stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  /** The last of them, which is the one that holds. */
  String last(String name) {
    List<String> found = all(name);
    return found.get(found.size() - 1);
  }

  /** Where the image writes. */
  List<String> volumes() {
    return words(last("VOLUME"));
  }

  /** The words of an instruction in JSON form. */
  static List<String> words(String json) {
    return Arrays.stream(json.substring(1, json.length() - 1).split(",", -1))
        .map(word -> word.strip().replace("\"", ""))
        .toList();
  }
}
