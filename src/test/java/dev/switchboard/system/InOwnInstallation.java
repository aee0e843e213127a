package dev.switchboard.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that stop, kill or reconfigure parts of an installation, which their methods take as a
 * {@link Site} parameter. One class of them runs at a time, beside those of the common
 * installation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OwnInstallation.class)
@ResourceLock(InOwnInstallation.LOCK)
public @interface InOwnInstallation {

  /** For tests that run an installation which the others do not share: one of all at a time. */
  String LOCK = "own installation";
}
