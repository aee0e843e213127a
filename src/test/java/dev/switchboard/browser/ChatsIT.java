package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@InBrowser
class ChatsIT {

  @Test
  void members_talk_in_an_order_that_is_the_same_for_all(Browsers browsers) {
    Member bob = Member.called("bob");
    Window anns = browsers.of(Member.called("ann"));
    Window bobs = browsers.of(bob).goTo("Chats");

    String chat = begin(anns);
    add(anns, bob, "Member");
    bobs.choose(chat);
    anns.say("one").sees("one");
    bobs.sees("one").say("two").sees("two");
    anns.sees("two").say("three").sees("three");
    bobs.sees("three");

    assertThat(anns.numbers()).containsExactly("#1", "#2", "#3");
    assertThat(bobs.numbers()).containsExactly("#1", "#2", "#3");
    assertThat(bobs.conversation()).containsExactly("one", "two", "three");
  }

  @Test
  void a_fast_message_has_no_number_and_leaves_no_gap(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann"));
    begin(ann);

    ann.say("in order").sees("in order");
    order(ann, "Fast").say("fast").sees("fast");
    order(ann, "In order").say("in order again").sees("in order again");

    assertThat(ann.around("in order").locator(".side")).hasText("#1");
    assertThat(ann.around("fast").locator(".side")).containsText("without a number");
    assertThat(ann.around("in order again").locator(".side")).hasText("#2");
  }

  @Test
  void a_reader_reads_and_cannot_write(Browsers browsers) {
    Member bob = Member.called("bob");
    Window anns = browsers.of(Member.called("ann"));
    String chat = begin(anns);
    add(anns, bob, "Reader");

    Window bobs = browsers.of(bob).goTo("Chats").choose(chat);
    anns.say("for all to read");

    bobs.sees("for all to read");
    assertThat(bobs.page().locator(".composer")).containsText("You may read here");
    assertThat(bobs.field("Write a message")).hasCount(0);
  }

  @Test
  void who_is_removed_sees_nothing_more_at_once(Browsers browsers) {
    Member bob = Member.called("bob");
    Window anns = browsers.of(Member.called("ann"));
    String chat = begin(anns);
    add(anns, bob, "Member");
    Window bobs = browsers.of(bob).goTo("Chats").choose(chat);
    anns.say("before");
    bobs.sees("before");

    anns.press("Remove " + bob.name());

    assertThat(bobs.page().locator(".composer")).containsText("You cannot read this any longer");
    anns.say("after").sees("after");
    bobs.seesNot("after");
  }

  @Test
  void nobody_of_that_name_can_be_added(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann"));
    begin(ann);

    ann.press("Members").fill("User name or e-mail", Member.unique("nobody")).press("Add");

    assertThat(ann.page().locator(".members").getByRole(AriaRole.ALERT))
        .containsText("There is nobody called");
  }

  private static String begin(Window owner) {
    String chat = Member.unique("chat");
    owner.goTo("Chats").fill("Name of a new chat", chat).press("Begin the chat");
    assertThat(owner.page().getByRole(AriaRole.LOG).first()).isVisible();
    assertThat(owner.page().locator(".entry[aria-current]")).containsText(chat);
    return chat;
  }

  private static void add(Window owner, Member member, String role) {
    owner.press("Members").fill("User name or e-mail", member.name());
    owner.field("Role").selectOption(role.toLowerCase(Locale.ROOT));
    owner.press("Add");
    Locator members = owner.page().locator(".members li");
    assertThat(members.filter(new Locator.FilterOptions().setHasText(member.name()))).isVisible();
  }

  private static Window order(Window window, String name) {
    window.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name)).check();
    return window;
  }
}
