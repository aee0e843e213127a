package dev.switchboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The memory of a Java process, in kB; not a number where that cannot be known. */
record Memory(double resident, double live) {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  /** Of the server; counting what lives collects the garbage first. */
  static Memory of(Processes processes) {
    return processes
        .server()
        .map(it -> new Memory(resident(it.pid()), live(it.pid())))
        .orElse(new Memory(Double.NaN, Double.NaN));
  }

  private static double resident(long pid) {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    try {
      return Files.exists(status) ? last(RESIDENT, Files.readString(status)) : Double.NaN;
    } catch (IOException ended) {
      return Double.NaN;
    }
  }

  private static double live(long pid) {
    if (!Files.exists(JCMD)) {
      return Double.NaN;
    }
    try {
      Process jcmd =
          new ProcessBuilder(JCMD.toString(), String.valueOf(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      return last(TOTAL, new String(jcmd.getInputStream().readAllBytes(), UTF_8)) / 1024;
    } catch (IOException e) {
      throw new BenchException("jcmd failed", e);
    }
  }

  private static double last(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return Stream.iterate(matcher, Matcher::find, it -> it)
        .mapToDouble(it -> Double.parseDouble(it.group(1)))
        .reduce((first, second) -> second)
        .orElse(Double.NaN);
  }
}
