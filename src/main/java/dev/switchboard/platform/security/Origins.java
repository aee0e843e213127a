package dev.switchboard.platform.security;

import dev.switchboard.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the web origins that may open a socket: the server's own, and the configured ones. */
@ApplicationScoped
public class Origins {

  private final Settings settings;

  Origins() {
    this(Settings.of(Map.of()));
  }

  /** Takes the configured origins from the settings. */
  @Inject
  public Origins(Settings settings) {
    this.settings = settings;
  }

  /** Whether the request comes from no browser at all, or from an origin that may connect. */
  public boolean admit(HttpServletRequest request) {
    return admits(request.getHeader("Origin"), request.getHeader("Host"));
  }

  boolean admits(@Nullable String origin, @Nullable String host) {
    Set<String> allowed = settings.allowedOrigins();
    return origin == null || allowed.contains(origin) || (host != null && isOwn(origin, host));
  }

  /** A proxy may end TLS before us, so the scheme is not compared. */
  private static boolean isOwn(String origin, String host) {
    try {
      URI uri = URI.create(origin);
      String authority = uri.getAuthority();
      return authority != null && withoutStandardPort(authority).equals(withoutStandardPort(host));
    } catch (IllegalArgumentException noOrigin) {
      return false;
    }
  }

  private static String withoutStandardPort(String authority) {
    return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
