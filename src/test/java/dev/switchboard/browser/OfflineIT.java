package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.switchboard.browser.Modules.toChat;
import static dev.switchboard.browser.Modules.toRoom;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@InBrowser(2)
class OfflineIT {

  private static final Member ANN = Member.called("ann");
  private static final Member BOB = Member.called("bob");

  /** After so long the page has asked anew for the chats. */
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  @Test
  void who_was_offline_misses_nothing_and_what_was_written_meanwhile_goes_out(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.timed(ANN).at("rooms/" + room).say("before");
    Window bob = browsers.windowOf(BOB).at("rooms/" + room).sees("before");

    ann.goesOffline();
    bob.say("while she is away").sees("while she is away");
    assertThat(ann.asksWhoLeaves()).isFalse();
    ann.say("from the tunnel");
    assertThat(ann.around("from the tunnel")).containsText("Waiting for the connection");
    assertThat(ann.asksWhoLeaves()).isTrue();
    ann.goesOnline();

    ann.sees("while she is away");
    bob.sees("from the tunnel");
    ann.sees("from the tunnel");
    assertThat(ann.around("from the tunnel")).containsText("#3");
    assertThat(ann.conversation())
        .containsExactly("before", "while she is away", "from the tunnel");
    assertThat(bob.conversation()).isEqualTo(ann.conversation());
    bob.hasNumbers("#1", "#2", "#3");
  }

  /** A page that is stuck does not even fail an assertion in time. */
  @Test
  @Timeout(180)
  void history_that_could_not_be_loaded_is_loaded_when_the_connection_is_back(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.timed(ANN).at("rooms/" + room);
    List<String> texts = texts(60);
    Modules.of(ann).sendAll(texts.stream().map(text -> toRoom(room, text)).toList());
    ann.inFront().reload();
    ann.sees("message 60");

    ann.goesOffline();
    scrollToTheTop(ann);
    assertThat(ann.inFront().locator(".log .problem")).containsText("no connection");
    ann.say("still there");
    assertThat(ann.around("still there")).containsText("Waiting for the connection");
    scrollToTheTop(ann);
    ann.goesOnline();

    ann.sees("message 1");
    ann.sees("still there");
    assertThat(ann.conversation()).startsWith(texts.toArray(String[]::new)).hasSize(61);
  }

  @Test
  void what_waits_is_not_sent_as_somebody_else(Browsers browsers) {
    String room = Member.unique("room");
    Member eve = Member.called("eve");
    Window other = browsers.windowOf(eve).at("rooms/" + room).say("first");
    Window window = browsers.timed(ANN).at("rooms/" + room).sees("first");

    window.goesOffline();
    window.say("between us");
    assertThat(window.around("between us")).containsText("Waiting for the connection");
    window.press("Sign out");
    window.inFront().context().setOffline(false);
    window.fill("User name or e-mail", BOB.name()).fill("Password", Member.PASSWORD);
    window.press("Sign in").isLive().sees("first").say("I am bob");

    other.sees("I am bob");
    assertThat(other.conversation()).containsExactly("first", "I am bob");
    window.sees("I am bob");
    assertThat(window.conversation()).containsExactly("first", "I am bob");
  }

  @Test
  void who_was_removed_stays_out_until_he_is_added_again(Browsers browsers) {
    String chat = Member.unique("chat");
    Window ann = browsers.windowOf(ANN);
    Window bob = browsers.timed(BOB);
    ANN.grants(ANN, chat, "owner");
    ANN.grants(BOB, chat, "member");
    ann.at("chats/" + chat).say("before").sees("before");
    bob.at("chats/" + chat).sees("before");

    revoke(BOB, chat);
    assertThat(composer(bob)).containsText("You cannot read this any longer");
    bob.goesOffline();
    bob.goesOnline();
    ann.say("meanwhile").sees("meanwhile");
    assertThat(composer(bob)).containsText("You cannot read this any longer");
    ANN.grants(BOB, chat, "member");
    bob.passes(A_WHILE);

    bob.sees("meanwhile").say("thank you");
    ann.sees("thank you");
  }

  @Test
  void who_is_elsewhere_is_told_what_was_not_sent_and_finds_it(Browsers browsers) {
    String chat = Member.unique("chat");
    Window bob = browsers.timed(BOB);
    ANN.grants(ANN, chat, "owner");
    ANN.grants(BOB, chat, "member");
    bob.at("chats/" + chat).say("in time");
    assertThat(bob.around("in time")).containsText("#1");

    bob.goesOffline();
    bob.say("too late").at("notes");
    revoke(BOB, chat);
    bob.goesOnline();

    Locator toast = bob.inFront().locator(".toast");
    assertThat(toast).containsText("Not sent in " + chat);
    toast.getByRole(AriaRole.LINK).click();
    assertThat(bob.around("too late")).containsText("Try again");
  }

  @Test
  void of_many_messages_without_a_number_none_is_missing(Browsers browsers) {
    String chat = Member.unique("chat");
    Window ann = browsers.windowOf(ANN);
    Window bob = browsers.timed(BOB);
    ANN.grants(ANN, chat, "owner");
    ANN.grants(BOB, chat, "reader");
    ann.at("chats/" + chat).say("message 0");
    bob.at("chats/" + chat).sees("message 0");
    List<String> texts = texts(70);

    bob.goesOffline();
    Modules.of(ann).sendAll(texts.stream().map(text -> toChat(chat, "standard", text)).toList());
    bob.goesOnline();

    bob.sees("message 70").scrollsUp().sees("message 0");
    texts.forEach(bob::sees);
  }

  private static void scrollToTheTop(Window window) {
    window.inFront().locator(".log").evaluate("log => log.scrollTo({ top: 0 })");
  }

  private static List<String> texts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "message " + i).toList();
  }

  private static Locator composer(Window window) {
    return window.inFront().locator(".composer");
  }

  private static void revoke(Member member, String chat) {
    ANN.delete("/permissions?userId=" + member.id() + "&chatId=" + chat);
  }
}
