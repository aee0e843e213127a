package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@InBrowser
class RoomsIT {

  private static final Member ANN = Member.called("ann");
  private static final Member BOB = Member.called("bob");

  private static final String SEND_MANY =
      """
      async ([roomId, count]) => {
        const { live } = await import('/app/model/live.js');
        for (let i = 1; i <= count; i += 1) {
          live.send({ roomId, content: `message ${i}` });
        }
      }""";

  /** The server refuses to say who said what, as it does without its database. */
  private static final String REFUSE =
      """
      async () => {
        const { live } = await import('/app/model/live.js');
        live.request = async () => { throw { code: 'unavailable', message: 'no database' }; };
      }""";

  private static final String ANSWER =
      "async () => { delete (await import('/app/model/live.js')).live.request; }";

  private final String room = Member.unique("room");

  @Test
  void two_people_talk_live(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("rooms/" + room);
    Window bob = browsers.windowOf(BOB).at("rooms/" + room);

    ann.say("hello, bob");
    bob.sees("hello, bob").say("hello, ann");
    ann.sees("hello, ann");

    assertThat(ann.conversation()).containsExactly("hello, bob", "hello, ann");
    bob.sees("hello, ann");
    assertThat(bob.conversation()).containsExactly("hello, bob", "hello, ann");
    bob.hasNumbers("#1", "#2");
    assertThat(bob.badge().locator(".latency")).hasText(Pattern.compile("^\\d+ ms$"));
  }

  @Test
  void a_name_of_which_no_room_can_be_made_is_told(Browsers browsers) {
    Window ann = browsers.windowOf(ANN);

    ann.fill("Name of a room", "日本語").press("Join the room");
    assertThat((String) ann.field("Name of a room").evaluate("field => field.validationMessage"))
        .contains("A to Z");
    ann.fill("Name of a room", room).press("Join the room");

    assertThat(ann.inFront().locator(".detail-pane .pane-head h2")).hasText(room);
  }

  @Test
  void a_room_is_joined_by_its_name_and_left(Browsers browsers) {
    Window ann = browsers.windowOf(ANN);

    ann.fill("Name of a room", room).press("Join the room");
    ann.say("first").sees("first");
    assertThat(ann.inFront().locator(".entry[aria-current]")).containsText("Joined");
    ann.press("Leave");

    assertThat(ann.inFront().locator(".entry[aria-current]")).hasCount(0);
  }

  @Test
  void what_is_joined_in_one_window_is_not_forgotten_by_another(Browsers browsers) {
    Window one = browsers.windowOf(ANN);
    Window other = browsers.windowOf(ANN);
    String others = Member.unique("other");

    one.at("rooms/" + room);
    assertThat(one.entry(room)).containsText("Joined");
    other.at("rooms/" + others);
    assertThat(other.entry(others)).containsText("Joined");
    one.goTo("Notes").inFront().reload();
    one.goTo("Rooms");

    assertThat(one.entry(room)).containsText("Joined");
    assertThat(one.entry(others)).containsText("Joined");
  }

  @Test
  void history_loads_as_one_scrolls_up(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("rooms/" + room);
    ann.inFront().evaluate(SEND_MANY, List.of(room, 60));
    assertThat(ann.around("message 60")).containsText("#60");
    Window bob = browsers.windowOf(BOB).at("rooms/" + room).sees("message 60");
    assertThat(bob.conversation()).hasSizeLessThan(60);

    bob.scrollsUp().sees("message 1");

    assertThat(bob.conversation())
        .isEqualTo(rangeClosed(1, 60).mapToObj(i -> "message " + i).toList());
  }

  @Test
  void what_somebody_said_is_shown_by_user(Browsers browsers) {
    String his = Member.unique("his");
    Window ann = browsers.windowOf(ANN).at("rooms/" + room).say("mine").sees("mine");
    Window bob = browsers.windowOf(BOB).at("rooms/" + room).sees("mine").say(his);
    bob.sees(his);

    ann.sees(his).around(his).locator(".who a").click();

    ann.sees(his).seesNot("mine");
    assertThat(ann.around(his).locator(".tag")).hasText(room);
  }

  @Test
  void what_somebody_said_is_asked_for_again_when_one_wants(Browsers browsers) {
    String text = Member.unique("after all");
    browsers.windowOf(BOB).at("rooms/" + room).say(text).sees(text);
    Window ann = browsers.windowOf(ANN);
    ann.inFront().evaluate(REFUSE);

    ann.at("people/" + BOB.id());
    assertThat(ann.inFront().locator(".problem")).containsText("no database");
    ann.inFront().evaluate(ANSWER);
    ann.press("Try again").sees(text);
  }

  @Test
  void what_happens_elsewhere_is_told_and_counted(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("rooms/" + room).say("I listen");
    ann.sees("I listen").goTo("Notes");
    Window bob = browsers.windowOf(BOB).at("rooms/" + room).sees("I listen");

    bob.say("anybody here?");

    assertThat(ann.inFront().locator(".toast")).containsText("anybody here?");
    assertThat(ann.inFront().locator(".rail .count")).hasText("1 new");
    ann.inFront().locator(".toast a").click();
    ann.sees("anybody here?");
    assertThat(ann.inFront().locator(".rail .count")).hasCount(0);
  }

  @Test
  void what_is_half_written_does_not_go_to_another_room(Browsers browsers) {
    String other = Member.unique("other");
    Window ann = browsers.windowOf(ANN).at("rooms/" + room).fill("Write a message", "half a sen");

    ann.at("rooms/" + other);

    assertThat(ann.inFront().locator(".detail-pane .pane-head h2")).hasText(other);
    assertThat(ann.field("Write a message")).hasValue("");
  }
}
