package dev.switchboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A browser, and the windows that a test opens in it, each with cookies and storage of its own. */
final class Browsers implements AutoCloseable {

  /** How long a window waits for what is to appear: long enough for two busy cores. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final NewContextOptions DESKTOP =
      new NewContextOptions().setViewportSize(1280, 800);

  private final Playwright playwright;
  private final Browser browser;
  private final List<Window> windows = new ArrayList<>();

  private Browsers(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browsers start(Path chromium) {
    PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(Chromium.OPTIONS));
    return new Browsers(playwright, browser);
  }

  /** A window that shows an installation's first page to nobody yet. */
  Window open(String url) {
    return open(url, DESKTOP).opened();
  }

  /** A window that shows nothing yet. */
  Window open(String url, NewContextOptions options) {
    Window window = Window.in(browser.newContext(options), url);
    windows.add(window);
    return window;
  }

  /** A window in which somebody has signed in. */
  Window of(Member member) {
    return open(member.url(), DESKTOP).signedIn(member);
  }

  /** Closes the windows; none of them may have met an error of a script or a forbidden one. */
  void closeWindows() {
    List<Window> open = List.copyOf(windows);
    windows.clear();
    open.forEach(Window::close);
    assertThat(open).flatExtracting(Window::errors).isEmpty();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
