package dev.switchboard.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody sends to get a token; the user name may be the e-mail. */
public record LoginRequest(
    @NotBlank @Size(max = 254) String username, @NotNull @Size(max = 1024) String password) {

  @Override
  public String toString() {
    return "LoginRequest";
  }
}
