package dev.switchboard.deploy;

import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The options of the server's JVM. */
final class JvmOptions {

  private static final String HEAP = "-Xmx";

  private JvmOptions() {}

  /** The most that the heap takes. */
  static long heapBytes() {
    try {
      return Files.readAllLines(Path.of("liberty", "jvm.options")).stream()
          .filter(line -> line.startsWith(HEAP))
          .map(line -> line.substring(HEAP.length()).toUpperCase(Locale.ROOT) + "i")
          .map(size -> Quantity.getAmountInBytes(new Quantity(size)).longValueExact())
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
