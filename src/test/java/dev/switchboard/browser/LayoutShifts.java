package dev.switchboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/**
 * How far what stands on a page moves by itself: the sum of its layout shifts since it was loaded,
 * as the Layout Instability API of the browser tells them.
 */
record LayoutShifts(Page page) {

  /** From here on people notice, says the rule for "Cumulative Layout Shift". */
  private static final double NOTICED = 0.1;

  private static final String COUNT =
      """
      window.shifts = 0;
      new PerformanceObserver((list) => {
        list.getEntries().forEach(({ value }) => { window.shifts += value; });
      }).observe({ type: 'layout-shift' });\
      """;

  /** When the browser has drawn what there is, and told of it. */
  private static final String SUM =
      """
      () => new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(String(window.shifts))));
      })\
      """;

  /** Counts them, from the page's next load on. */
  static LayoutShifts of(Window window) {
    Page page = window.inFront();
    page.addInitScript(COUNT);
    return new LayoutShifts(page);
  }

  void assertUnnoticed(String name) {
    assertThat(Double.parseDouble((String) page.evaluate(SUM))).as(name).isLessThan(NOTICED);
  }
}
