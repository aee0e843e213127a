package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import dev.switchboard.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A window of a browser, with the words in which tests speak of it. */
final class Window {

  /** Once: who signs out is not signed in again. */
  private static final String SIGN_IN =
      """
      if (!sessionStorage.getItem('tested')) {
        sessionStorage.setItem('tested', 'yes');
        sessionStorage.setItem('switchboard.token', '%s');
      }\
      """;

  /** So long a page waits for a sign of life when the browser says that the network has gone. */
  private static final Duration SUSPICION = Duration.ofSeconds(2);

  private final Page page;
  private final String url;
  private final List<String> errors = new ArrayList<>();
  private boolean mayConnect;

  private Window(Page page, String url) {
    this.page = page;
    this.url = url;
  }

  /** A window that shows nothing yet. */
  static Window in(BrowserContext context, String url) {
    context.setDefaultTimeout((double) Waiting.LIMIT.toMillis());
    Window window = new Window(context.newPage(), url);
    window.page.onPageError(window.errors::add);
    window.page.onDialog(Dialog::accept);
    window.page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            window.errors.add(message.text());
          }
        });
    return window;
  }

  /** Shows the installation's first page. */
  Window opened() {
    page.navigate(url);
    return this;
  }

  /**
   * Brings the window to the front, and gives its page: a browser draws only once a second what
   * lies behind, and clicks wait for that.
   */
  Page inFront() {
    page.bringToFront();
    return page;
  }

  /** What scripts failed with, and what the content security policy forbade. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** Shows it to somebody who has signed in, without the form, which has tests of its own. */
  Window signedIn(Member member) {
    return begins(member).isLive();
  }

  private Window begins(Member member) {
    page.addInitScript(SIGN_IN.formatted(member.token()));
    return opened();
  }

  /** The same, but it cannot connect until {@link #connects}. */
  Window signedInWithoutConnection(Member member) {
    page.routeWebSocket("**/ws", this::connectOrClose);
    return begins(member);
  }

  private void connectOrClose(WebSocketRoute socket) {
    if (mayConnect) {
      socket.connectToServer();
    } else {
      socket.close();
    }
  }

  /** Loses the network, as the page will have noticed; in a window that is timed. */
  Window goesOffline() {
    page.context().setOffline(true);
    page.waitForCondition(() -> page.evaluate("navigator.onLine").equals(false));
    passes(SUSPICION);
    assertThat(badge()).hasAttribute("data-state", "offline");
    return this;
  }

  /** Has the network back. */
  Window goesOnline() {
    page.context().setOffline(false);
    return isLive();
  }

  Window connects() {
    mayConnect = true;
    page.evaluate("dispatchEvent(new Event('online'))");
    return isLive();
  }

  /** Waits until the page is connected. */
  Window isLive() {
    assertThat(badge()).hasAttribute("data-state", "open");
    return this;
  }

  Locator badge() {
    return page.locator(".badge").locator("visible=true");
  }

  /** Goes to a page by its address, as {@code rooms/lobby}. */
  Window at(String place) {
    page.evaluate("place => { location.hash = '#/' + place; }", place);
    return this;
  }

  /** Goes to a feature by the navigation. */
  Window goTo(String feature) {
    inFront()
        .getByRole(AriaRole.NAVIGATION)
        .getByRole(
            AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + feature)))
        .click();
    return this;
  }

  /** Chooses something from the list of a feature. */
  Window choose(String entry) {
    entry(entry).click();
    return this;
  }

  /** What a list shows of something. */
  Locator entry(String text) {
    return inFront().locator(".entry", new Page.LocatorOptions().setHasText(text));
  }

  Locator field(String label) {
    return inFront().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Window fill(String label, String text) {
    field(label).fill(text);
    return this;
  }

  Locator button(String name) {
    return inFront()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Window press(String button) {
    button(button).click();
    return this;
  }

  /** Writes a message where one is, and sends it by the Enter key. */
  Window say(String text) {
    field("Write a message").fill(text);
    field("Write a message").press("Enter");
    return this;
  }

  /** Turns the mouse's wheel above the messages, to their beginning. */
  Window scrollsUp() {
    inFront().locator(".log").hover();
    page.mouse().wheel(0, -20_000);
    return this;
  }

  /** The messages of the room or chat, or the cards, whose text is this. */
  Locator texts(String text) {
    return page.locator(".text").getByText(text, new Locator.GetByTextOptions().setExact(true));
  }

  /** Waits until the text is there, once. */
  Window sees(String text) {
    assertThat(texts(text)).hasCount(1);
    return this;
  }

  /** Waits until the text is there, perhaps more than once. */
  Window shows(String text) {
    assertThat(texts(text).first()).isVisible();
    return this;
  }

  Window seesNot(String text) {
    assertThat(texts(text)).hasCount(0);
    return this;
  }

  /** The message or card in which the text stands. */
  Locator around(String text) {
    return page.locator(".message, .card").filter(new Locator.FilterOptions().setHas(texts(text)));
  }

  /** All messages that are shown, from the first to the last. */
  List<String> conversation() {
    return page.locator(".message .text").allInnerTexts();
  }

  /**
   * Waits until these are the numbers of the messages that are shown, from the first to the last.
   */
  void hasNumbers(String... numbers) {
    assertThat(page.locator(".message .side")).hasText(numbers);
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }

  /** What the page asks the server, as answered: the next answer from there, after the work. */
  Response answered(String path, Runnable work) {
    return page.waitForResponse("**/api/v1" + path, work);
  }

  /** Lets time pass, in a window that is timed. */
  Window passes(Duration time) {
    page.clock().fastForward(time.toMillis());
    return this;
  }

  /** Whether who closes it now is asked whether what has not reached the server may be lost. */
  boolean asksWhoLeaves() {
    return (boolean)
        inFront().evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))");
  }

  void close() {
    page.close();
  }

  @Override
  public String toString() {
    return url;
  }
}
