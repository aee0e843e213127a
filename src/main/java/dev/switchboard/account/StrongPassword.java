package dev.switchboard.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A password of 8 to 200 characters, with an upper- and a lower-case letter and a digit. */
@Constraint(validatedBy = StrongPasswordValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface StrongPassword {

  String message() default
      "must have 8 to 200 characters, among them an upper- and a lower-case letter and a digit";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
