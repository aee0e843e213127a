package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

@InBrowser
class PostsIT {

  @Test
  void comments_appear_change_and_go_live(Browsers browsers) {
    String post = Member.unique("post");
    Window ann = browsers.of(Member.called("ann")).goTo("Posts");
    Window bob = browsers.of(Member.called("bob")).goTo("Posts");

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
    String post = Member.unique("post");
    Window ann = browsers.of(Member.called("ann")).goTo("Posts");
    Window bob = browsers.of(Member.called("bob")).at("posts/" + post);

    comment(bob, "news for the list");

    assertThat(ann.page().locator(".entry").first()).containsText("news for the list");
  }

  @Test
  void a_comment_that_is_refused_says_why(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann")).at("posts/" + Member.unique("post"));
    ann.page().route("**/comments", route -> Refusal.of("closed for comments").answer(route));

    comment(ann, "may I?");
    assertThat(ann.around("may I?")).containsText("closed for comments");
    ann.press("Discard");

    ann.seesNot("may I?");
  }

  private static void comment(Window window, String text) {
    window.fill("Write a comment", text).field("Write a comment").press("Enter");
  }
}
