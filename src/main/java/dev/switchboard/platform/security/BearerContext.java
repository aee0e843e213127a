package dev.switchboard.platform.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The security context of a request that came with a verified token. */
record BearerContext(JsonWebToken token, boolean secure) implements SecurityContext {

  @Override
  public Principal getUserPrincipal() {
    return token;
  }

  @Override
  public boolean isUserInRole(String role) {
    return Caller.of(token).is(role);
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getAuthenticationScheme() {
    return "Bearer";
  }
}
