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

    keep(admin);
    looks.values().forEach(AnnouncementIT::keep);
    assertTold(admin);
    looks.values().forEach(AnnouncementIT::assertTold);
    looks.forEach((look, window) -> look.at(window, "announcement"));
  }

  /** Where the mouse is above it, it stays. */
  private static void keep(Window window) {
    toast(window).dispatchEvent("mouseenter");
  }

  private static Locator toast(Window window) {
    return window.inFront().locator(".toast");
  }

  private static void assertTold(Window window) {
    assertThat(toast(window).locator("p")).hasText(Injection.TEXT);
    Injection.assertHarmless(window);
  }
}
