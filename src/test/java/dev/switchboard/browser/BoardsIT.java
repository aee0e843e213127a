package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@InBrowser
class BoardsIT {

  private static final Member ANN = Member.called("ann");
  private static final Member BOB = Member.called("bob");

  /** After so long the page has asked anew for the boards, and for what was not answered. */
  private static final Duration A_WHILE = Duration.ofSeconds(9);

  @Test
  void a_board_is_created_and_what_is_posted_appears_live(Browsers browsers) {
    Window ann = browsers.windowOf(ANN);
    Window bob = browsers.timed(BOB).goTo("Boards");

    String board = Member.unique("Board");
    ann.goTo("Boards").fill("Name of a new board", board).press("Create the board");
    assertThat(ann.inFront().locator(".detail-pane .pane-head h2")).hasText(board);
    bob.passes(A_WHILE).choose(board);
    post(ann, "news", "the first");
    bob.sees("the first");
    post(bob, "questions", "the second");
    ann.sees("the second");

    assertThat(ann.inFront().locator(".entry[aria-current]")).containsText(board);
    assertThat(ann.around("the second")).containsText("questions");
    assertThat(ann.around("the second")).containsText("#2");
    assertThat(ann.inFront().locator(".card").first()).containsText("the second");
  }

  /** New boards stand on top: what comes page by page would push down what is there. */
  @Test
  void a_list_of_several_pages_is_shown_at_once(Browsers browsers) {
    Window ann = browsers.windowOf(ANN);
    List<Route> later = new ArrayList<>();
    ann.inFront()
        .route(
            "**/boards?*",
            route -> {
              if (route.request().url().contains("cursor=")) {
                later.add(route);
              } else {
                answer(route, page("first").add("next", "later"));
              }
            });

    ann.goTo("Boards");
    ann.inFront().waitForCondition(() -> !later.isEmpty());
    assertThat(ann.inFront().locator(".entry")).hasCount(0);
    answer(later.get(0), page("second"));

    assertThat(ann.inFront().locator(".entry b")).hasText(new String[] {"second", "first"});
  }

  private static JsonObjectBuilder page(String name) {
    return Json.createObjectBuilder()
        .add(
            "items",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("id", UUID.randomUUID().toString())
                        .add("name", name)
                        .add("createdBy", ANN.id())
                        .add("createdAt", "2026-01-01T00:00:00Z")));
  }

  private static void answer(Route route, JsonObjectBuilder body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(body.build().toString()));
  }

  @Test
  void one_topic_can_be_read_alone(Browsers browsers) {
    String board = board("Board");
    Window ann = browsers.windowOf(ANN).at("boards/" + board);
    post(ann, "news", "some news");
    ann.sees("some news");
    post(ann, "questions", "a question");
    ann.sees("a question");

    ann.press("news");

    ann.seesNot("a question").sees("some news");
  }

  @Test
  void older_posts_are_shown_on_demand(Browsers browsers) {
    String board = board("Board");
    rangeClosed(1, 31).forEach(i -> posted(board, "post " + i));
    Window bob = browsers.windowOf(BOB).at("boards/" + board).sees("post 31").seesNot("post 1");

    bob.button("Show older ones").press("Enter");

    bob.sees("post 1").sees("post 31");
    assertThat(bob.inFront().locator(".card")).hasCount(31);
    assertThat(bob.inFront().locator(".detail-pane")).isFocused();
  }

  @Test
  void what_was_posted_before_the_page_was_connected_is_not_missing_however_much(
      Browsers browsers) {
    String board = board("Board");
    posted(board, "post 0");
    Window bob = browsers.withoutConnection(BOB).at("boards/" + board).sees("post 0");

    rangeClosed(1, 31).forEach(i -> posted(board, "post " + i));
    bob.connects().sees("post 31").press("Show older ones").sees("post 0");

    assertThat(bob.inFront().locator(".card")).hasCount(32);
  }

  @Test
  void a_post_waits_where_the_server_does_not_answer(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("boards/" + board("Board"));
    ann.inFront().route("**/messages", Route::abort);

    post(ann, "news", "patience");
    assertThat(ann.around("patience")).containsText("Waiting for the connection");
    ann.inFront().unroute("**/messages");

    assertThat(ann.around("patience")).containsText("#1");
    ann.sees("patience");
  }

  @Test
  void posts_that_wait_go_out_in_the_order_in_which_they_were_written(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("boards/" + board("Board"));
    ann.inFront().route("**/messages", Route::abort);

    rangeClosed(1, 4).forEach(i -> post(ann, "news", "post " + i));
    ann.inFront().unroute("**/messages");

    rangeClosed(1, 4).forEach(i -> assertThat(ann.around("post " + i)).containsText("#" + i));
  }

  /** A later question is answered later: by then the page has done what it does. */
  @Test
  void who_went_on_is_not_called_back_when_a_board_is_there(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Boards");
    ann.inFront().route("**/boards", Route::abort);
    ann.fill("Name of a new board", Member.unique("Board")).press("Create the board");
    ann.goTo("Notes");
    assertThat(ann.inFront().locator("sb-notes-page")).isVisible();

    ann.answered("/boards?*", () -> ann.inFront().unroute("**/boards"));
    ann.inFront().evaluate("fetch('/api/v1/auth/jwks').then(answer => answer.text())");

    assertThat(ann.inFront()).hasURL(Pattern.compile("#/notes$"));
  }

  @Test
  void who_went_on_is_told_why_a_board_was_not_made(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Boards");
    ann.inFront().route("**/boards", Route::abort);
    ann.fill("Name of a new board", Member.unique("Board")).press("Create the board");
    ann.goTo("Notes");
    assertThat(ann.inFront().locator("sb-notes-page")).isVisible();

    ann.inFront().route("**/boards", route -> Refusal.of("not today").answer(route));

    assertThat(ann.inFront().locator(".toast")).containsText("not today");
  }

  @Test
  void a_post_that_waits_is_there_when_one_comes_back_and_who_closes_the_window_is_asked(
      Browsers browsers) {
    String board = board("Board");
    Window ann = browsers.windowOf(ANN).at("boards/" + board);
    ann.inFront().route("**/messages", Route::abort);
    assertThat(ann.asksWhoLeaves()).isFalse();
    post(ann, "news", "patience");

    ann.goTo("Notes").seesNot("patience").at("boards/" + board);
    assertThat(ann.around("patience")).containsText("Waiting for the connection");
    assertThat(ann.asksWhoLeaves()).isTrue();
    ann.inFront().unroute("**/messages");

    assertThat(ann.around("patience")).containsText("#1");
    ann.sees("patience");
    assertThat(ann.asksWhoLeaves()).isFalse();
  }

  @Test
  void a_post_that_waits_when_one_signs_out_is_posted_once_when_one_is_back(Browsers browsers) {
    String board = board("Board");
    Window ann = browsers.timed(ANN).at("boards/" + board);
    ann.inFront().route("**/messages", Route::abort);
    post(ann, "news", "patience");
    assertThat(ann.around("patience")).containsText("Waiting for the connection");

    ann.press("Sign out");
    assertThat(ann.button("Sign in")).isVisible();
    ann.inFront().unroute("**/messages");
    ann.passes(A_WHILE)
        .fill("User name or e-mail", ANN.name())
        .fill("Password", Member.PASSWORD)
        .press("Sign in");

    assertThat(ann.around("patience")).containsText("#1");
    ann.sees("patience");
  }

  @Test
  void a_post_that_is_refused_when_one_is_elsewhere_is_told_and_found(Browsers browsers) {
    String board = board("Board");
    Window ann = browsers.windowOf(ANN).at("boards/" + board);
    ann.inFront().route("**/messages", Route::abort);
    post(ann, "news", "well");
    ann.goTo("Notes").seesNot("well");

    ann.inFront().route("**/messages", route -> Refusal.of("not today").answer(route));
    Locator toast = ann.inFront().locator(".toast");
    assertThat(toast).containsText("Not sent in Board");
    toast.getByRole(AriaRole.LINK).click();

    assertThat(ann.around("well")).containsText("not today");
  }

  /** The answer is lost, and the page of what is stored comes before it is asked for again. */
  @Test
  void a_post_that_is_stored_already_is_there_once(Browsers browsers) {
    String board = board("Board");
    Window ann = browsers.windowOf(ANN).at("boards/" + board);
    ann.inFront()
        .route(
            "**/messages",
            route -> {
              route.fetch();
              route.abort();
            });
    post(ann, "news", "stored");
    browsers.windowOf(BOB).at("boards/" + board).sees("stored");

    ann.goTo("Notes").seesNot("stored");
    ann.answered("/boards/" + board + "/messages?*", () -> ann.at("boards/" + board));
    assertThat(ann.around("stored")).containsText("Waiting for the connection");
    ann.sees("stored");
    ann.inFront().unroute("**/messages");

    assertThat(ann.around("stored")).containsText("#1");
    ann.sees("stored");
  }

  @Test
  void a_post_that_was_refused_can_be_given_up(Browsers browsers) {
    String board = board("Board");
    Window ann = browsers.windowOf(ANN).at("boards/" + board);
    ann.inFront().route("**/messages", route -> Refusal.of("not today").answer(route));
    post(ann, "news", "well");
    assertThat(ann.around("well")).containsText("not today");

    ann.press("Discard").seesNot("well");

    assertThat(ann.inFront().locator(".detail-pane")).containsText("A blank board");
    assertThat(ann.asksWhoLeaves()).isFalse();
  }

  @Test
  void a_post_that_is_refused_is_told_and_can_be_tried_again(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("boards/" + board("Board"));
    ann.inFront().route("**/messages", route -> Refusal.of("not today").answer(route));

    post(ann, "news", "well");
    assertThat(ann.around("well")).containsText("not today");
    ann.inFront().unroute("**/messages");
    ann.press("Try again");

    assertThat(ann.around("well")).containsText("#1");
    ann.sees("well");
  }

  @Test
  void a_board_that_does_not_exist_is_told(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("boards/" + UUID.randomUUID());

    assertThat(ann.inFront().locator(".detail-pane")).containsText("There is no such board");
  }

  @Test
  void a_board_that_could_not_be_read_is_read_when_asked_again(Browsers browsers) {
    String board = board("Board");
    Window ann = browsers.windowOf(ANN);
    ann.inFront().route("**/boards*", Route::abort);
    ann.inFront().route("**/boards/*", Route::abort);
    ann.at("boards/" + board);
    Locator pane = ann.inFront().locator(".detail-pane");
    assertThat(pane).containsText("The server cannot be reached");

    ann.inFront().unroute("**/boards/*");
    pane.getByRole(AriaRole.BUTTON).click();

    assertThat(pane).containsText("A blank board");
  }

  @Test
  void what_is_half_written_does_not_go_to_another_board(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("boards/" + board("Board"));
    ann.fill("What is there to say?", "half a sen");

    ann.at("boards/" + board("Other"));

    assertThat(ann.inFront().locator(".detail-pane .pane-head h2")).containsText("Other");
    assertThat(ann.field("What is there to say?")).hasValue("");
  }

  private static String board(String name) {
    return ANN.does("/boards", Json.createObjectBuilder().add("name", Member.unique(name)));
  }

  private static void posted(String board, String text) {
    ANN.does(
        "/boards/" + board + "/messages",
        Json.createObjectBuilder().add("topic", "news").add("data", text));
  }

  private static void post(Window window, String topic, String text) {
    window.fill("Topic", topic).fill("What is there to say?", text).press("Post");
  }
}
