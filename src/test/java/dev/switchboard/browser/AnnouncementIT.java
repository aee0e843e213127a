package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@InBrowser
@Isolated("what it announces is told to every connection")
class AnnouncementIT {

  @Test
  void everybody_is_told_and_sees_it_as_it_was_written(Browsers browsers) {
    Window admin = browsers.windowOf(Member.admin()).goTo("Operations");
    Member ann = Member.called("ann");
    Map<Look, Window> looks = new EnumMap<>(Look.class);
    EnumSet.allOf(Look.class).forEach(look -> looks.put(look, browsers.windowOf(ann, look)));

    admin.fill("An announcement to every open page", Injection.TEXT).press("Announce");

    assertTold(admin);
    looks.values().forEach(AnnouncementIT::assertTold);
    looks.forEach((look, window) -> look.at(window, "announcement"));
  }

  /** Where the mouse is above it, it stays. */
  private static void assertTold(Window window) {
    Locator toast = window.inFront().locator(".toast");
    toast.hover();
    assertThat(toast.locator("p")).hasText(Injection.TEXT);
    Injection.assertHarmless(window);
  }
}
