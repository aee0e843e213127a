package dev.switchboard.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody sends to have a user made in a while. */
public record UserRequest(
    @NotBlank @Email @Size(max = 254) @Pattern(regexp = Texts.PLAIN, message = Texts.NOT_PLAIN)
        String email,
    @NotBlank @Size(max = 200) @Pattern(regexp = Texts.PLAIN, message = Texts.NOT_PLAIN)
        String name,
    @StrongPassword @Nullable String password) {

  /** The same request as far as it may be kept. */
  UserRequest withoutPassword() {
    return new UserRequest(email, name, null);
  }

  @Override
  public String toString() {
    return "UserRequest";
  }
}
