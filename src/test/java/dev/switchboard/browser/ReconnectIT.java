package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.switchboard.browser.Modules.toChat;
import static dev.switchboard.browser.Modules.toRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.system.InOwnInstallation;
import dev.switchboard.system.Site;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@InBrowser
@InOwnInstallation
class ReconnectIT {

  /** Those who come back do so soon: chance is not what is tested here. */
  private static final String SOON = "Math.random = () => 0.05;";

  @Test
  void pages_survive_a_restart_of_the_server_without_a_hole_or_a_repeat(
      Site site, Browsers browsers) {
    outlives(site, browsers, site.server()::stop);
  }

  @Test
  void pages_survive_a_killed_server_without_a_hole_or_a_repeat(Site site, Browsers browsers) {
    outlives(site, browsers, site.server()::kill);
  }

  private static void outlives(Site site, Browsers browsers, Runnable end) {
    String url = site.server().url();
    String room = Member.unique("room");
    String chat = Member.unique("chat");
    Member owner = Member.called("ann", url);
    Member member = Member.called("bob", url);
    owner.grants(owner, chat, "owner");
    owner.grants(member, chat, "member");
    Window ann = window(browsers, owner).at("rooms/" + room);
    Window bob = window(browsers, member).at("rooms/" + room);
    Modules anns = Modules.of(ann);
    Modules bobs = Modules.of(bob);
    bobs.hear("roomId", room);
    bobs.hear("chatId", chat);
    ann.say("before").sees("before");
    bob.sees("before");

    anns.send(toChat(chat, "fifo", "one"));
    anns.send(toRoom(room, "just then"));
    end.run();
    assertThat(ann.badge()).hasAttribute("data-state", Pattern.compile("waiting|connecting"));
    anns.send(toChat(chat, "fifo", "two"));
    ann.say("meanwhile");
    assertThat(ann.around("meanwhile")).containsText("Waiting for the connection");
    site.server().start().awaitReady();

    bob.isLive().sees("meanwhile").say("after").sees("after");
    ann.isLive().sees("after");
    anns.send(toChat(chat, "fifo", "last"));
    assertThat(ann.conversation()).containsExactly("before", "just then", "meanwhile", "after");
    assertThat(bob.conversation()).isEqualTo(ann.conversation());
    bob.hasNumbers("#1", "#2", "#3", "#4");
    assertThat(bobs.heard(room)).isEqualTo(List.of(1, 2, 3, 4));
    bob.at("chats/" + chat).sees("one").sees("two").sees("last");
    assertThat(bob.conversation()).containsExactly("one", "two", "last");
    assertThat(bobs.heard(chat)).isEqualTo(List.of(1, 2, 3));
  }

  private static Window window(Browsers browsers, Member member) {
    Window window = browsers.window(member.url(), Look.LIGHT);
    window.inFront().addInitScript(SOON);
    return window.signedIn(member);
  }
}
