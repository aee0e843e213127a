package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@InBrowser
class SignInIT {

  private static final Member ANN = Member.called("ann");

  /** Puts a token there that says the same, and that the server does not accept any more. */
  private static final String FORGE =
      "token => sessionStorage.setItem('switchboard.token', token.replace(/[^.]+$/, 'AAAA'))";

  private static final String RENEW =
      "import('/app/model/session.js')"
          + ".then(({ session }) => { window.renewal = session.token({ renew: true }); })";

  @Test
  void who_makes_an_account_is_in_the_lobby(Browsers browsers) {
    Window window = browsers.open(Member.underTest());
    String name = Member.unique("ann");

    window.press("Create an account");
    window.fill("User name", name).fill("E-mail", name + "@example.org");
    window.inFront().locator("input[name=password]").fill(Member.PASSWORD);
    window.press("Create the account").isLive();

    assertThat(window.inFront().locator(".detail-pane .pane-head h2")).hasText("lobby");
    String hello = "hello, I am " + name;
    window.at("rooms/" + Member.unique("room")).say(hello).sees(hello);
  }

  @Test
  void who_has_an_account_signs_in_and_out(Browsers browsers) {
    Window window = browsers.open(ANN.url());

    signIn(window, ANN.name(), Member.PASSWORD);
    window.isLive();
    window.press("Sign out");

    assertThat(window.field("User name or e-mail")).isVisible();
  }

  @Test
  void who_signs_out_stays_so_though_a_fresh_token_comes(Browsers browsers) {
    Window ann = browsers.windowOf(ANN);
    List<Route> held = new ArrayList<>();
    ann.inFront().route("**/auth/refresh", held::add);
    ann.inFront().evaluate(RENEW);
    ann.inFront().waitForCondition(() -> !held.isEmpty());

    ann.press("Sign out");
    held.forEach(Route::resume);
    ann.inFront().evaluate("window.renewal");
    ann.inFront().reload();

    assertThat(ann.field("User name or e-mail")).isVisible();
  }

  @Test
  void a_wrong_password_is_told(Browsers browsers) {
    Window window = browsers.open(ANN.url());

    signIn(window, ANN.name(), "Wrong0000");

    assertThat(window.inFront().getByRole(AriaRole.ALERT)).containsText("password is wrong");
  }

  @Test
  void a_session_outlives_a_reload(Browsers browsers) {
    Window window = browsers.windowOf(ANN);

    window.inFront().reload();

    window.isLive();
  }

  @Test
  void a_session_that_is_over_is_told(Browsers browsers) {
    Window window = browsers.windowOf(ANN);

    window.inFront().evaluate(FORGE, ANN.token());
    window.inFront().reload();

    assertThat(window.field("User name or e-mail")).isVisible();
    assertThat(window.inFront().locator(".toast")).containsText("Your session is over");
  }

  private static void signIn(Window window, String name, String password) {
    window.fill("User name or e-mail", name).fill("Password", password).press("Sign in");
  }
}
