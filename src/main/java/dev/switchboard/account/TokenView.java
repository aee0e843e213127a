package dev.switchboard.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token that was just given out; it expires in so many seconds. */
@Schema(name = "Token")
record TokenView(String accessToken, String tokenType, long expiresIn) {

  @Override
  public String toString() {
    return "TokenView";
  }
}
