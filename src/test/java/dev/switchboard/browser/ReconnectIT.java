package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.system.OwnInstallation;
import dev.switchboard.system.Site;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

@InBrowser
@Isolated("restarts a server")
@ExtendWith(OwnInstallation.class)
class ReconnectIT {

  @Test
  void pages_survive_a_restart_of_the_server_without_a_hole_or_a_repeat(
      Site site, Browsers browsers) {
    String url = site.server().url();
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann", url)).at("rooms/" + room).say("before");
    Window bob = browsers.of(Member.called("bob", url)).at("rooms/" + room).sees("before");

    site.server().stop();
    assertThat(ann.badge()).hasAttribute("data-state", Pattern.compile("waiting|connecting"));
    ann.say("meanwhile");
    assertThat(ann.around("meanwhile")).containsText("Waiting for the connection");
    site.server().start().awaitReady();
    ann.isLive();
    bob.isLive().sees("meanwhile").say("after");
    ann.sees("after");

    assertThat(ann.conversation()).containsExactly("before", "meanwhile", "after");
    bob.sees("after");
    assertThat(bob.conversation()).containsExactly("before", "meanwhile", "after");
    assertThat(bob.numbers()).containsExactly("#1", "#2", "#3");
  }
}
