package dev.switchboard.realtime;

import dev.switchboard.platform.security.Caller;
import java.security.Principal;

/** Carries the caller from the handshake to the session. */
record CallerPrincipal(Caller caller) implements Principal {

  @Override
  public String getName() {
    return caller.userId();
  }
}
