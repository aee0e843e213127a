package dev.switchboard.browser;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Lets each browser be used by one class of tests at a time. */
final class BrowserLock implements ResourceLocksProvider {

  @Override
  public Set<Lock> provideForClass(Class<?> tests) {
    return Set.of(new Lock(browserOf(tests)));
  }

  /** The name of the browser that the tests use. */
  static String browserOf(Class<?> tests) {
    return "browser " + findAnnotation(tests, InBrowser.class).orElseThrow().value();
  }
}
