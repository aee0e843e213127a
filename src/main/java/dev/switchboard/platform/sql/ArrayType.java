package dev.switchboard.platform.sql;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL calls the elements of an array. */
final class ArrayType {
  private static final Map<Class<?>, String> NAMES =
      Map.of(
          String.class, "text",
          UUID.class, "uuid",
          Long.class, "bigint",
          Boolean.class, "boolean",
          Instant.class, "timestamptz");

  private ArrayType() {}

  static String of(@Nullable Object[] values) {
    Class<?> element = values.getClass().getComponentType();
    return Objects.requireNonNull(NAMES.get(element), element::getName);
  }
}
