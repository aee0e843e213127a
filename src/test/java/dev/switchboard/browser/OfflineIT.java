package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@InBrowser
class OfflineIT {

  @Test
  void who_was_offline_misses_nothing_and_what_was_written_meanwhile_goes_out(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann")).at("rooms/" + room).say("before");
    Window bob = browsers.of(Member.called("bob")).at("rooms/" + room).sees("before");

    ann.page().context().setOffline(true);
    assertThat(ann.badge()).hasAttribute("data-state", "offline");
    bob.say("while she is away").sees("while she is away");
    ann.say("from the tunnel");
    assertThat(ann.around("from the tunnel")).containsText("Waiting for the connection");
    ann.page().context().setOffline(false);

    ann.isLive().sees("while she is away");
    bob.sees("from the tunnel");
    ann.sees("from the tunnel");
    assertThat(ann.around("from the tunnel")).containsText("#3");
    assertThat(ann.conversation())
        .containsExactly("before", "while she is away", "from the tunnel");
    assertThat(bob.conversation()).isEqualTo(ann.conversation());
    assertThat(bob.numbers()).containsExactly("#1", "#2", "#3");
  }
}
