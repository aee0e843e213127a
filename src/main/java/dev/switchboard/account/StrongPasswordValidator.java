package dev.switchboard.account;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Tells strong passwords from weak ones; none at all is not for it to judge. */
public class StrongPasswordValidator implements ConstraintValidator<StrongPassword, String> {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 200;

  @Override
  public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
    return password == null || isStrong(password);
  }

  static boolean isStrong(String password) {
    int length = password.codePointCount(0, password.length());
    return length >= SHORTEST
        && length <= LONGEST
        && has(password, Character::isUpperCase)
        && has(password, Character::isLowerCase)
        && has(password, Character::isDigit);
  }

  private static boolean has(String password, IntPredicate kind) {
    return password.codePoints().anyMatch(kind);
  }
}
