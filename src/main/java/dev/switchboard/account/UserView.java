package dev.switchboard.account;

import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user, as that user sees it; of an external issuer's user only what the token says. */
@Schema(name = "User")
record UserView(
    String id,
    String username,
    @Nullable String email,
    @Nullable String name,
    @Nullable Instant createdAt) {

  static UserView of(Account account) {
    return new UserView(
        account.id().toString(),
        account.username(),
        account.email(),
        account.name(),
        account.createdAt());
  }

  static UserView of(NewAccount account) {
    return new UserView(
        account.id().toString(),
        account.username(),
        account.email(),
        account.name(),
        account.createdAt());
  }

  static UserView of(JsonWebToken token) {
    return new UserView(
        token.getSubject(), token.getName(), text(token, "email"), text(token, "name"), null);
  }

  private static @Nullable String text(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    return value instanceof String text ? text : null;
  }
}
