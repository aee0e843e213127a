package dev.switchboard.account;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token that was just given out; it expires in so many seconds. */
@Schema(name = "Token")
record TokenView(String accessToken, String tokenType, long expiresIn) {

  static TokenView of(String token, Duration lifetime) {
    return new TokenView(token, "Bearer", lifetime.toSeconds());
  }

  @Override
  public String toString() {
    return "TokenView";
  }
}
