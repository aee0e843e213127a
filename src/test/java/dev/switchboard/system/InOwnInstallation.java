package dev.switchboard.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Tests that stop, kill or reconfigure parts of an installation, which their methods take as a
 * {@link Site} parameter. They run alone: a server that starts takes both cores of a small machine.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OwnInstallation.class)
@Isolated("starts servers")
public @interface InOwnInstallation {}
