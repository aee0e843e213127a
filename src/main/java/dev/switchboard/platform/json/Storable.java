package dev.switchboard.platform.json;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A text that the database can keep: without a NUL, and without half a surrogate pair. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[^\\x00\\x{d800}-\\x{dfff}]*")
@ReportAsSingleViolation
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface Storable {

  String message() default "must be text without NUL and without half a surrogate pair";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
