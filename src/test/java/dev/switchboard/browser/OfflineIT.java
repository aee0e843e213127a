package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.switchboard.browser.Modules.toChat;
import static dev.switchboard.browser.Modules.toRoom;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@InBrowser
class OfflineIT {

  private static final String ASKS_WHO_LEAVES =
      "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))";

  @Test
  void who_was_offline_misses_nothing_and_what_was_written_meanwhile_goes_out(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann")).at("rooms/" + room).say("before");
    Window bob = browsers.of(Member.called("bob")).at("rooms/" + room).sees("before");

    offline(ann);
    bob.say("while she is away").sees("while she is away");
    assertThat(ann.page().evaluate(ASKS_WHO_LEAVES)).isEqualTo(false);
    ann.say("from the tunnel");
    assertThat(ann.around("from the tunnel")).containsText("Waiting for the connection");
    assertThat(ann.page().evaluate(ASKS_WHO_LEAVES)).isEqualTo(true);
    online(ann);

    ann.sees("while she is away");
    bob.sees("from the tunnel");
    ann.sees("from the tunnel");
    assertThat(ann.around("from the tunnel")).containsText("#3");
    assertThat(ann.conversation())
        .containsExactly("before", "while she is away", "from the tunnel");
    assertThat(bob.conversation()).isEqualTo(ann.conversation());
    assertThat(bob.numbers()).containsExactly("#1", "#2", "#3");
  }

  /** A page that is stuck does not even fail an assertion in time. */
  @Test
  @Timeout(60)
  void history_that_could_not_be_loaded_is_loaded_when_the_connection_is_back(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann")).at("rooms/" + room);
    List<String> texts = texts(60);
    Modules.of(ann).sendAll(texts.stream().map(text -> toRoom(room, text)).toList());
    ann.page().reload();
    ann.sees("message 60");

    offline(ann);
    scrollToTheTop(ann);
    assertThat(ann.page().locator(".log .problem")).containsText("no connection");
    ann.say("still there");
    assertThat(ann.around("still there")).containsText("Waiting for the connection");
    scrollToTheTop(ann);
    online(ann);

    ann.sees("message 1");
    ann.sees("still there");
    assertThat(ann.conversation()).startsWith(texts.toArray(String[]::new)).hasSize(61);
  }

  @Test
  void what_waits_is_not_sent_as_somebody_else(Browsers browsers) {
    String room = Member.unique("room");
    Member bob = Member.called("bob");
    Window other = browsers.of(Member.called("eve")).at("rooms/" + room).say("first");
    Window window = browsers.of(Member.called("ann")).at("rooms/" + room).sees("first");

    offline(window);
    window.say("between us");
    assertThat(window.around("between us")).containsText("Waiting for the connection");
    window.press("Sign out");
    window.page().context().setOffline(false);
    window.fill("User name or e-mail", bob.name()).fill("Password", Member.PASSWORD);
    window.press("Sign in").isLive().sees("first").say("I am bob");

    other.sees("I am bob");
    assertThat(other.conversation()).containsExactly("first", "I am bob");
    window.sees("I am bob");
    assertThat(window.conversation()).containsExactly("first", "I am bob");
  }

  @Test
  void who_was_removed_stays_out_until_he_is_added_again(Browsers browsers) {
    String chat = Member.unique("chat");
    Window ann = browsers.of(Member.called("ann"));
    Window bob = browsers.of(Member.called("bob"));
    String bobsId = Modules.of(bob).userId();
    grant(ann, Modules.of(ann).userId(), chat, "owner");
    grant(ann, bobsId, chat, "member");
    ann.at("chats/" + chat).say("before").sees("before");
    bob.at("chats/" + chat).sees("before");

    revoke(ann, bobsId, chat);
    assertThat(composer(bob)).containsText("You cannot read this any longer");
    offline(bob);
    online(bob);
    ann.say("meanwhile").sees("meanwhile");
    assertThat(composer(bob)).containsText("You cannot read this any longer");
    grant(ann, bobsId, chat, "member");

    bob.sees("meanwhile").say("thank you");
    ann.sees("thank you");
  }

  @Test
  void who_is_elsewhere_is_told_what_was_not_sent_and_finds_it(Browsers browsers) {
    String chat = Member.unique("chat");
    Window ann = browsers.of(Member.called("ann"));
    Window bob = browsers.of(Member.called("bob"));
    String bobsId = Modules.of(bob).userId();
    grant(ann, Modules.of(ann).userId(), chat, "owner");
    grant(ann, bobsId, chat, "member");
    bob.at("chats/" + chat).say("in time");
    assertThat(bob.around("in time")).containsText("#1");

    offline(bob);
    bob.say("too late").at("notes");
    revoke(ann, bobsId, chat);
    online(bob);

    Locator toast = bob.page().locator(".toast");
    assertThat(toast).containsText("Not sent in " + chat);
    toast.getByRole(AriaRole.LINK).click();
    assertThat(bob.around("too late")).containsText("Try again");
  }

  @Test
  void of_many_messages_without_a_number_none_is_missing(Browsers browsers) {
    String chat = Member.unique("chat");
    Window ann = browsers.of(Member.called("ann"));
    Window bob = browsers.of(Member.called("bob"));
    grant(ann, Modules.of(ann).userId(), chat, "owner");
    grant(ann, Modules.of(bob).userId(), chat, "reader");
    ann.at("chats/" + chat).say("message 0");
    bob.at("chats/" + chat).sees("message 0");
    List<String> texts = texts(70);

    offline(bob);
    Modules.of(ann).sendAll(texts.stream().map(text -> toChat(chat, "standard", text)).toList());
    online(bob);

    texts.forEach(bob::sees);
  }

  private static void offline(Window window) {
    window.page().context().setOffline(true);
    assertThat(window.badge()).hasAttribute("data-state", "offline");
  }

  private static void online(Window window) {
    window.page().context().setOffline(false);
    window.isLive();
  }

  private static void scrollToTheTop(Window window) {
    window.page().locator(".log").evaluate("log => log.scrollTo({ top: 0 })");
  }

  private static List<String> texts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "message " + i).toList();
  }

  private static Locator composer(Window window) {
    return window.page().locator(".composer");
  }

  private static void grant(Window owner, String userId, String chatId, String role) {
    Modules.of(owner)
        .call("POST", "/permissions", Map.of("userId", userId, "chatId", chatId, "role", role));
  }

  private static void revoke(Window owner, String userId, String chatId) {
    Modules.of(owner)
        .call("DELETE", "/permissions?userId=" + userId + "&chatId=" + chatId, Map.of());
  }
}
