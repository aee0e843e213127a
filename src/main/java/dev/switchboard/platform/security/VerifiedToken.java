package dev.switchboard.platform.security;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A token whose signature, issuer and time have been verified, as a principal. */
record VerifiedToken(Map<String, Object> claims) implements JsonWebToken {

  VerifiedToken {
    Map<String, Object> typed = new LinkedHashMap<>(claims);
    typed.values().removeIf(Objects::isNull);
    typed.put("groups", texts(claims.get("groups")));
    typed.computeIfPresent("aud", (name, value) -> texts(value));
    claims = Map.copyOf(typed);
  }

  @Override
  public String getName() {
    return text("upn", text("preferred_username", text("sub", "")));
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // the interface promises a type for each claim's name
  public <T> @Nullable T getClaim(String name) {
    return (T) claims.get(name);
  }

  private String text(String name, String otherwise) {
    return claims.get(name) instanceof String text ? text : otherwise;
  }

  private static Set<String> texts(@Nullable Object value) {
    return value instanceof Collection<?> values
        ? values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
        : value instanceof String one ? Set.of(one) : Set.of();
  }
}
