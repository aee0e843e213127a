package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Text that would do harm as markup or as a script. */
final class Injection {

  /** What a user may be called. */
  static final String NAME = "<img/src=x/onerror=window.hacked=1>";

  static final String TEXT =
      "<img src=x onerror=\"window.hacked=1\">"
          + " \"'><script>window.hacked=1</script><svg onload=window.hacked=1>"
          + " ${window.hacked=1} {{window.hacked=1}} javascript:window.hacked=1";

  private Injection() {}

  /** Nothing of it became a part of the document. */
  static void assertHarmless(Window window) {
    assertThat(
            window.inFront().locator("img[onerror], body script, svg[onload], a[href^=javascript]"))
        .hasCount(0);
    assertThat(window.inFront().evaluate("window.hacked === undefined")).isEqualTo(true);
  }
}
