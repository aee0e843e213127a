package dev.switchboard.platform.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which web origins besides our own may call, and what browsers are told about it (Fetch, CORS).
 */
record CorsPolicy(Set<String> origins) {

  CorsPolicy {
    origins = Set.copyOf(origins);
  }

  boolean allows(@Nullable String origin) {
    return origin != null && origins.contains(origin);
  }

  /** The headers of an answer to that origin. */
  Map<String, String> answer(@Nullable String origin) {
    if (origin == null || !allows(origin)) {
      return Map.of("Vary", "Origin");
    }
    return Map.of(
        "Vary", "Origin",
        "Access-Control-Allow-Origin", origin,
        "Access-Control-Expose-Headers", "Link, Location, Retry-After, X-Request-Id");
  }

  /** The headers of an answer to a browser that asks beforehand. */
  Map<String, String> preflight(@Nullable String origin) {
    Map<String, String> headers = new LinkedHashMap<>(answer(origin));
    if (allows(origin)) {
      headers.put("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
      headers.put("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key");
      headers.put("Access-Control-Max-Age", "600");
    }
    return headers;
  }
}
