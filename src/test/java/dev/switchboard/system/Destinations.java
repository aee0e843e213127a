package dev.switchboard.system;

import static java.util.stream.Collectors.toCollection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The addresses that the files of the server and the broker name. */
final class Destinations {

  private static final Pattern ADDRESS = Pattern.compile("<address name=\"([^\"]+)\">");
  private static final Pattern QUEUE = Pattern.compile("<queue name=\"([^\"]+)\"/>");
  private static final Pattern USED = Pattern.compile("(?:Address|destination)=\"([^\"]+)\"");

  private Destinations() {}

  /** The addresses of the broker. */
  static Set<String> addresses() throws Exception {
    return all(ADDRESS, "liberty/broker.xml");
  }

  /** The queues of the broker. */
  static Set<String> queues() throws Exception {
    return all(QUEUE, "liberty/broker.xml");
  }

  /** The addresses that the server sends to or listens to. */
  static Set<String> used() throws Exception {
    return all(USED, "server.xml");
  }

  private static Set<String> all(Pattern pattern, String file) throws Exception {
    return pattern
        .matcher(Files.readString(Path.of(file)))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }
}
