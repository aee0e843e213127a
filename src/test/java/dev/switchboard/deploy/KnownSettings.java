package dev.switchboard.deploy;

import dev.switchboard.platform.Settings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every name by which the server can be configured, found by asking the code. */
final class KnownSettings {

  /** What the runtime itself reads: the form of its log, options of the JVM. */
  private static final Set<String> OF_THE_RUNTIME =
      Set.of("JVM_ARGS", "VERBOSEGC", "TLS_KEYSTORE_PASSWORD");

  private KnownSettings() {}

  static Settings defaults() {
    return Settings.of(Map.of());
  }

  /** The names of the application's settings, each with the method that reads it. */
  static Map<String, Method> readers() {
    Map<String, Method> readers = new TreeMap<>();
    for (Method method : Settings.class.getMethods()) {
      if (isReader(method)) {
        Asked asked = new Asked();
        value(method, Settings.of(asked));
        asked.names.stream()
            .filter(name -> !name.equals("http.port"))
            .forEach(name -> readers.put(name, method));
      }
    }
    return readers;
  }

  /** What a setting is when this is said in its place. */
  static @Nullable Object value(Method reader, Settings settings) {
    try {
      return reader.invoke(settings);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(reader.getName(), e);
    }
  }

  /** The names in the environment: of the server's variables, and of the application's settings. */
  static Set<String> environment() {
    return Stream.of(
            ServerXml.variables().keySet().stream(),
            readers().keySet().stream().map(KnownSettings::variable),
            OF_THE_RUNTIME.stream(),
            loggingOfTheRuntime().stream())
        .flatMap(names -> names)
        .collect(Collectors.toSet());
  }

  static String variable(String setting) {
    return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static List<String> loggingOfTheRuntime() {
    return Arrays.asList(
        "WLP_LOGGING_CONSOLE_FORMAT", "WLP_LOGGING_CONSOLE_SOURCE", "WLP_LOGGING_CONSOLE_LOGLEVEL");
  }

  private static boolean isReader(Method method) {
    return method.getDeclaringClass() == Settings.class
        && method.getParameterCount() == 0
        && !Modifier.isStatic(method.getModifiers());
  }

  /** Settings that say nothing, and remember what they were asked for. */
  private static final class Asked extends HashMap<String, String> {
    private static final long serialVersionUID = 1L;
    private final Set<String> names = new HashSet<>();

    @Override
    public @Nullable String get(Object name) {
      names.add((String) name);
      return null;
    }
  }
}
