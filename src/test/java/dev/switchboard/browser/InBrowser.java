package dev.switchboard.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that use a browser, which their methods take as a {@link Browsers} parameter. They are
 * skipped where no Chromium is installed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OneBrowser.class)
@ResourceLock(providers = BrowserLock.class)
@interface InBrowser {

  /** Which browser it is: classes of the same one run one after the other. */
  int value() default 1;
}
