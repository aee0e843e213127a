package dev.switchboard.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/** How a page is looked at. In the dark it is the same page, in other colours. */
enum Look {
  LIGHT(1280, 800, ColorScheme.LIGHT, Axe.ALL),
  DARK(1280, 800, ColorScheme.DARK, Axe.COLOURS),
  PHONE(390, 780, ColorScheme.LIGHT, Axe.ALL);

  private final int width;
  private final int height;
  private final ColorScheme scheme;
  private final Axe axe;

  Look(int width, int height, ColorScheme scheme, Axe axe) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
    this.axe = axe;
  }

  /** Nothing moves, so that colours can be compared. */
  NewContextOptions options() {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /** Looks at what the window shows: takes a picture, and finds nothing serious. */
  void at(Window window, String name) {
    String picture = name + "-" + name().toLowerCase(Locale.ROOT);
    window.screenshot(picture);
    axe.check(window.inFront(), picture);
  }
}
