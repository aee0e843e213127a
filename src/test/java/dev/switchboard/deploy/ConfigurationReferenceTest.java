package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.Settings;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} holds every setting, with the default that the code has. */
class ConfigurationReferenceTest {

  /** A row: name, default (in code style where it is a value), unit, meaning. */
  private static final Pattern ROW =
      Pattern.compile("\\| `([^`]+)` \\| (?:`([^`]*)`|([^|]+)) \\| ([^|]+) \\| ([^|]+) \\|");

  private final Map<String, String> settings = new TreeMap<>();
  private final Map<String, String> variables = new TreeMap<>();

  ConfigurationReferenceTest() throws IOException {
    Matcher rows = ROW.matcher(Files.readString(Path.of("docs", "configuration.md")));
    while (rows.find()) {
      String value = rows.group(2) == null ? "" : rows.group(2);
      Map<String, String> part = rows.group(1).matches("[A-Z_]+") ? variables : settings;
      assertThat(part.put(rows.group(1), value)).as(rows.group(1)).isNull();
    }
  }

  @Test
  void it_names_the_application_s_settings_and_no_others() {
    assertThat(settings.keySet()).isEqualTo(KnownSettings.readers().keySet());
  }

  @Test
  void it_names_the_server_s_variables_and_no_others() {
    assertThat(variables.keySet()).isEqualTo(ServerXml.variables().keySet());
  }

  @Test
  void the_defaults_of_the_settings_are_those_of_the_code() {
    KnownSettings.readers()
        .forEach(
            (name, reader) ->
                assertThat(
                        KnownSettings.value(
                            reader, Settings.of(Map.of(name, settings.getOrDefault(name, "")))))
                    .as(name)
                    .isEqualTo(KnownSettings.value(reader, KnownSettings.defaults())));
  }

  @Test
  void the_defaults_of_the_variables_are_those_of_the_server() {
    assertThat(variables).isEqualTo(ServerXml.variables());
  }

  /** The name of a node is the one default that is made from something. */
  @Test
  void a_default_that_is_a_value_is_said() {
    assertThat(KnownSettings.readers().entrySet())
        .filteredOn(setting -> !setting.getKey().equals("switchboard.node"))
        .filteredOn(setting -> hasValue(setting.getValue()))
        .hasSizeGreaterThan(20)
        .allSatisfy(setting -> assertThat(settings.get(setting.getKey())).isNotEmpty());
  }

  private static boolean hasValue(Method reader) {
    return reader.getReturnType() != Optional.class && reader.getReturnType() != Set.class;
  }
}
