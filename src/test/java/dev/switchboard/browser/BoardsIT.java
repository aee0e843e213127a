package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

@InBrowser
class BoardsIT {

  @Test
  void a_board_is_created_and_what_is_posted_appears_live(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann"));
    Window bob = browsers.of(Member.called("bob")).goTo("Boards");

    String board = create(ann);
    bob.choose(board);
    post(ann, "news", "the first");
    bob.sees("the first");
    post(bob, "questions", "the second");
    ann.sees("the second");

    assertThat(ann.around("the second")).containsText("questions");
    assertThat(ann.around("the second")).containsText("#2");
    assertThat(ann.page().locator(".card").first()).containsText("the second");
  }

  @Test
  void one_topic_can_be_read_alone(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann"));
    create(ann);
    post(ann, "news", "some news");
    ann.sees("some news");
    post(ann, "questions", "a question");
    ann.sees("a question");

    ann.press("news");

    ann.seesNot("a question").sees("some news");
  }

  @Test
  void a_post_waits_where_the_server_does_not_answer(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann"));
    create(ann);
    ann.page().route("**/messages", route -> route.abort());

    post(ann, "news", "patience");
    assertThat(ann.around("patience")).containsText("Waiting for the connection");
    ann.page().unroute("**/messages");

    assertThat(ann.around("patience")).containsText("#1");
    ann.sees("patience");
  }

  @Test
  void a_post_that_is_refused_is_told_and_can_be_tried_again(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann"));
    create(ann);
    ann.page().route("**/messages", route -> Refusal.of("not today").answer(route));

    post(ann, "news", "well");
    assertThat(ann.around("well")).containsText("not today");
    ann.page().unroute("**/messages");
    ann.press("Try again");

    assertThat(ann.around("well")).containsText("#1");
    ann.sees("well");
  }

  private static String create(Window window) {
    String board = Member.unique("Board");
    window.goTo("Boards").fill("Name of a new board", board).press("Create the board");
    assertThat(window.page().locator(".entry[aria-current]")).containsText(board);
    return board;
  }

  private static void post(Window window, String topic, String text) {
    window.fill("Topic", topic).fill("What is there to say?", text).press("Post");
  }
}
