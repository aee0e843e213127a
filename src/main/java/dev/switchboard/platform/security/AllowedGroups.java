package dev.switchboard.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Restricts a resource, or one of its methods, to callers who are in one of these groups. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowedGroups {

  /** The groups, such as {@code admin}. */
  String[] value();
}
