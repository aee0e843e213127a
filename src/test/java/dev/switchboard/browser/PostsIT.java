package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@InBrowser
class PostsIT {

  private static final Member ANN = Member.called("ann");
  private static final Member BOB = Member.called("bob");

  private final String post = Member.unique("post");

  @Test
  void comments_appear_change_and_go_live(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Posts");
    Window bob = browsers.windowOf(BOB).goTo("Posts");

    ann.fill("Id of a post", post).press("Open the post");
    comment(ann, "well said");
    bob.choose(post).sees("well said");
    comment(bob, "indeed");
    ann.sees("indeed");
    ann.press("Edit the comment").fill("Comment", "very well said").press("Save");
    bob.sees("very well said").seesNot("well said");
    assertThat(bob.around("very well said")).containsText("edited");
    ann.press("Delete the comment");

    bob.seesNot("very well said").sees("indeed");
    ann.seesNot("very well said").sees("indeed");
  }

  @Test
  void posts_that_are_talked_about_are_listed_live(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Posts");

    commented(BOB, "news for the list");

    assertThat(ann.inFront().locator(".entry", new Page.LocatorOptions().setHasText(post)))
        .containsText("news for the list");
  }

  /** A list that moves must not put something else under the finger. */
  @Test
  void who_chooses_from_the_list_gets_what_was_chosen_though_it_moves(Browsers browsers) {
    commented(BOB, "chosen");
    Window ann = browsers.windowOf(ANN).goTo("Posts");
    ann.entry(post).focus();

    String other = Member.unique("other");
    commented(BOB, other, "on top");
    assertThat(ann.entry(other)).isVisible();

    assertThat(ann.entry(post)).isFocused();
    ann.inFront().keyboard().press("Enter");
    assertThat(ann.inFront().locator(".detail-pane .pane-head h2")).hasText(post);
  }

  @Test
  void a_comment_that_is_refused_says_why_and_can_be_tried_again_or_given_up(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("posts/" + post);
    ann.inFront().route("**/comments", route -> Refusal.of("closed for comments").answer(route));

    comment(ann, "may I?");
    assertThat(ann.around("may I?")).containsText("closed for comments");
    ann.press("Discard").seesNot("may I?");
    comment(ann, "please?");
    assertThat(ann.around("please?")).containsText("closed for comments");
    ann.inFront().unroute("**/comments");
    ann.press("Try again");

    assertThat(ann.around("please?")).not().containsText("closed for comments");
    browsers.windowOf(BOB).at("posts/" + post).sees("please?").seesNot("may I?");
  }

  @Test
  void a_change_that_is_refused_is_not_lost(Browsers browsers) {
    commented(ANN, "before");
    Window ann = browsers.windowOf(ANN).at("posts/" + post).sees("before");
    ann.inFront().route("**/comments/*", route -> Refusal.of("not now").answer(route));

    ann.press("Edit the comment").fill("Comment", "behind").press("Save");
    assertThat(ann.around("behind")).containsText("not now");
    ann.goTo("Notes").seesNot("behind").at("posts/" + post);
    assertThat(ann.around("behind")).containsText("not now");
    ann.inFront().unroute("**/comments/*");
    ann.press("Try again");

    browsers.windowOf(BOB).at("posts/" + post).sees("behind").seesNot("before");
  }

  /** The connection may be quicker than the answer to the command. */
  @Test
  void a_change_that_is_heard_of_before_it_is_answered_stays(Browsers browsers) {
    commented(ANN, "before");
    Window ann = browsers.windowOf(ANN).at("posts/" + post).sees("before");
    Map<Route, APIResponse> held = new LinkedHashMap<>();
    ann.inFront().route("**/comments/*", route -> held.put(route, route.fetch()));

    ann.press("Edit the comment").fill("Comment", "behind").press("Save");
    assertThat(ann.around("behind")).containsText("edited");
    ann.answered(
        "/operations/*",
        () ->
            held.forEach(
                (route, answer) -> route.fulfill(new Route.FulfillOptions().setResponse(answer))));

    assertThat(ann.button("Edit the comment")).isVisible();
    ann.sees("behind").seesNot("before");
  }

  @Test
  void what_was_done_before_the_page_was_connected_is_seen(Browsers browsers) {
    commented(ANN, "early");
    String deleted = commented(ANN, "deleted");
    Window bob = browsers.withoutConnection(BOB).at("posts/" + post).sees("early").sees("deleted");

    commented(ANN, "meanwhile");
    ANN.undoes("/posts/" + post + "/comments/" + deleted);
    bob.connects();

    bob.sees("meanwhile").sees("early").seesNot("deleted");
  }

  @Test
  void what_one_changes_and_deletes_without_a_connection_is_done(Browsers browsers) {
    commented(ANN, "early");
    Window ann = browsers.withoutConnection(ANN).at("posts/" + post).sees("early");

    ann.press("Edit the comment").fill("Comment", "changed").press("Save").sees("changed");
    assertThat(ann.inFront().locator(".card.pending")).hasCount(0);
    ann.press("Delete the comment").seesNot("changed");
    ann.connects();

    commented(BOB, "after all");
    ann.sees("after all").seesNot("changed").seesNot("early");
  }

  @Test
  void what_is_half_written_does_not_go_to_another_post(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("posts/" + post).fill("Write a comment", "half a sen");
    String other = Member.unique("other");

    ann.at("posts/" + other);

    assertThat(ann.inFront().locator(".detail-pane .pane-head h2")).hasText(other);
    assertThat(ann.field("Write a comment")).hasValue("");
  }

  private String commented(Member member, String text) {
    return commented(member, post, text);
  }

  private static String commented(Member member, String post, String text) {
    return member.does(
        "/posts/" + post + "/comments", Json.createObjectBuilder().add("content", text));
  }

  private static void comment(Window window, String text) {
    window.fill("Write a comment", text).field("Write a comment").press("Enter");
  }
}
