package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@InBrowser
class RoomsIT {

  private static final String SEND_MANY =
      """
      async ([roomId, count]) => {
        const { live } = await import('/app/model/live.js');
        const all = Array.from({ length: count }, (none, i) =>
          live.send({ roomId, content: `message ${i + 1}` }));
        await new Promise((resolve) => live.onDelivery(() =>
          all.every(({ state }) => state === 'accepted') && resolve()));
      }""";

  @Test
  void two_people_talk_live(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann")).at("rooms/" + room).isLive();
    Window bob = browsers.of(Member.called("bob")).at("rooms/" + room).isLive();

    ann.say("hello, bob");
    bob.sees("hello, bob").say("hello, ann");
    ann.sees("hello, ann");

    assertThat(ann.conversation()).containsExactly("hello, bob", "hello, ann");
    bob.sees("hello, ann");
    assertThat(bob.conversation()).containsExactly("hello, bob", "hello, ann");
    assertThat(bob.numbers()).containsExactly("#1", "#2");
  }

  @Test
  void a_room_is_joined_by_its_name_and_left(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann"));

    ann.fill("Name of a room", room).press("Join the room");
    ann.say("first").sees("first");
    assertThat(ann.page().locator(".entry[aria-current]")).containsText("Joined");
    ann.press("Leave");

    assertThat(ann.page().locator(".entry[aria-current]")).hasCount(0);
  }

  @Test
  void history_loads_as_one_scrolls_up(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann")).at("rooms/" + room);
    ann.page().evaluate(SEND_MANY, List.of(room, 120));
    ann.sees("message 120");

    Window bob = browsers.of(Member.called("bob")).at("rooms/" + room).sees("message 120");
    assertThat(bob.conversation()).hasSizeLessThan(120);
    while (bob.texts("message 1").count() == 0) {
      bob.page().locator(".log").hover();
      bob.page().mouse().wheel(0, -5_000);
      bob.page().waitForTimeout(50);
    }

    assertThat(bob.conversation())
        .isEqualTo(IntStream.rangeClosed(1, 120).mapToObj(i -> "message " + i).toList());
  }

  @Test
  void what_somebody_said_is_shown_by_user(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann")).at("rooms/" + room).say("mine").sees("mine");
    Window bob = browsers.of(Member.called("bob")).at("rooms/" + room).sees("mine").say("his");
    bob.sees("his");

    ann.sees("his").around("his").locator(".who a").click();

    ann.sees("his").seesNot("mine");
    assertThat(ann.around("his").locator(".tag")).hasText(room);
  }

  @Test
  void what_happens_elsewhere_is_told_and_counted(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann")).at("rooms/" + room).say("I listen");
    ann.sees("I listen").goTo("Notes");
    Window bob = browsers.of(Member.called("bob")).at("rooms/" + room).sees("I listen");

    bob.say("anybody here?");

    assertThat(ann.page().locator(".toast")).containsText("anybody here?");
    assertThat(ann.page().locator(".rail .count")).hasText("1 new");
    ann.page().locator(".toast a").click();
    ann.sees("anybody here?");
    assertThat(ann.page().locator(".rail .count")).hasCount(0);
  }
}
