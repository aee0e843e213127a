package dev.switchboard.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody sends to get an account at once. */
public record RegisterRequest(
    @NotNull @Pattern(regexp = Texts.USERNAME, message = Texts.NO_USERNAME) String username,
    @NotBlank @Email @Size(max = 254) @Pattern(regexp = Texts.PLAIN, message = Texts.NOT_PLAIN)
        String email,
    @Size(max = 200) @Pattern(regexp = Texts.PLAIN, message = Texts.NOT_PLAIN)
        @Nullable String name,
    @NotNull @StrongPassword String password) {

  @Override
  public String toString() {
    return "RegisterRequest";
  }
}
