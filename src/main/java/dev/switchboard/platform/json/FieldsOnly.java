package dev.switchboard.platform.json;

import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Takes members from fields alone, so that an {@code isPublic} stays {@code isPublic}. */
class FieldsOnly implements PropertyVisibilityStrategy {

  @Override
  public boolean isVisible(Field field) {
    return true;
  }

  @Override
  public boolean isVisible(Method method) {
    return false;
  }
}
