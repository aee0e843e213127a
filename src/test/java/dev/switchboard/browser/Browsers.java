package dev.switchboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.switchboard.Waiting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A browser, and the windows that a test opens in it. Windows that are looked at alike share cache
 * and storage, and each has a session of its own, as the application gives one to every window.
 */
final class Browsers implements AutoCloseable {

  private static final NewContextOptions DESKTOP =
      new NewContextOptions().setViewportSize(1280, 800);

  private final Playwright playwright;
  private final Browser browser;
  private final Map<Look, BrowserContext> shared = new EnumMap<>(Look.class);
  private final List<BrowserContext> apart = new ArrayList<>();
  private final List<Window> windows = new ArrayList<>();

  private Browsers(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browsers start(Path chromium) {
    PlaywrightAssertions.setDefaultAssertionTimeout((double) Waiting.LIMIT.toMillis());
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
    return window(url, Look.LIGHT).opened();
  }

  /** A window that shows nothing yet. */
  Window window(String url, Look look) {
    return in(shared.computeIfAbsent(look, one -> browser.newContext(one.options())), url);
  }

  /** A window in which somebody has signed in. */
  Window windowOf(Member member) {
    return windowOf(member, Look.LIGHT);
  }

  Window windowOf(Member member, Look look) {
    return window(member.url(), look).signedIn(member);
  }

  /** A window in which somebody has signed in, and which cannot connect yet. */
  Window withoutConnection(Member member) {
    return window(member.url(), Look.LIGHT).signedInWithoutConnection(member);
  }

  /** A window of a browser that somebody has for himself: with storage, network and a clock. */
  Window of(Member member) {
    return apart(member, DESKTOP).signedIn(member);
  }

  /** The same; time passes there when the window says so, and not less than elsewhere. */
  Window timed(Member member) {
    return timed(member, Look.LIGHT);
  }

  Window timed(Member member, Look look) {
    Window window = apart(member, look.options());
    window.inFront().clock().install();
    return window.signedIn(member);
  }

  private Window apart(Member member, NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    apart.add(context);
    return in(context, member.url());
  }

  private Window in(BrowserContext context, String url) {
    Window window = Window.in(context, url);
    windows.add(window);
    return window;
  }

  /** Closes the windows; none of them may have met an error of a script or a forbidden one. */
  void closeWindows() {
    List<Window> open = List.copyOf(windows);
    windows.clear();
    open.forEach(Window::close);
    apart.forEach(BrowserContext::close);
    apart.clear();
    assertThat(open).flatExtracting(Window::errors).isEmpty();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
