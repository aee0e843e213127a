package dev.switchboard.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user who was just made, and a first token. */
@Schema(name = "Registered")
record RegisteredView(UserView user, String accessToken, String tokenType, long expiresIn) {

  static RegisteredView of(NewAccount account, TokenView token) {
    return new RegisteredView(
        UserView.of(account), token.accessToken(), token.tokenType(), token.expiresIn());
  }

  @Override
  public String toString() {
    return "RegisteredView";
  }
}
