package dev.switchboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for what keeps people from using a page: axe-core's findings that weigh. */
enum Axe {
  ALL("{}"),
  COLOURS("{ runOnly: ['color-contrast'] }");

  private static final String SCRIPT = script();

  private static final String FINDINGS =
      """
      async () => (await axe.run(document, { resultTypes: ['violations'], ...%s })).violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes.map(({ html, any }) =>
          html.slice(0, 200) + ' ' + any.map(({ message }) => message).join(' ')).join(' | '))""";

  private final String rules;

  Axe(String rules) {
    this.rules = rules;
  }

  void check(Page page, String name) {
    if (page.evaluate("'axe' in window").equals(false)) {
      page.evaluate(SCRIPT);
    }
    assertThat((List<?>) page.evaluate(FINDINGS.formatted(rules))).as(name).isEmpty();
  }

  private static String script() {
    try (InputStream stream =
        Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
