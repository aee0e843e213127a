package dev.switchboard.platform.security;

import dev.switchboard.platform.Settings;
import dev.switchboard.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** Whose tokens are accepted: our own, and those of an external issuer where one is configured. */
final class TrustedIssuers {

  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(ConstraintType.PERMIT, "RS256", "ES256");
  private static final JwtConsumer UNVERIFIED =
      new JwtConsumerBuilder()
          .setSkipAllValidators()
          .setDisableRequireSignature()
          .setSkipSignatureVerification()
          .build();

  /** What the database keeps of a user: at most 256 characters, no NUL, no half of a pair. */
  private static final Pattern STORABLE = Pattern.compile("[^\\x00\\x{d800}-\\x{dfff}]{1,256}");

  /** What ends later has no date that clients could read: years have four digits (RFC 3339). */
  private static final NumericDate LAST =
      NumericDate.fromSeconds(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());

  private final Map<String, Issuer> issuers;
  private final Clock clock;

  private TrustedIssuers(Map<String, Issuer> issuers, Clock clock) {
    this.issuers = Map.copyOf(issuers);
    this.clock = clock;
  }

  static TrustedIssuers from(Settings settings, SigningKey key, Clock clock) {
    Map<String, Issuer> issuers = new HashMap<>();
    Optional<String> location = settings.externalKeyLocation();
    if (settings.externalIssuer().isPresent() && location.isPresent()) {
      VerificationKeyResolver keys =
          ExternalKeys.at(location.get(), settings.externalAuthorities());
      String name = settings.externalIssuer().get();
      issuers.put(name, new Issuer(name, keys, settings.externalAudiences()));
    }
    // Put last: an external issuer cannot take our own name.
    VerificationKeyResolver own = new JwksVerificationKeyResolver(List.of(key.jwk()));
    issuers.put(settings.tokenIssuer(), new Issuer(settings.tokenIssuer(), own, Set.of()));
    return new TrustedIssuers(issuers, clock);
  }

  /**
   * The claims of a token that one of the issuers has signed and that is valid now; its subject can
   * be stored as it is, and it ends at a full second, though it may name a fraction (RFC 7519, 2).
   */
  JwtClaims claims(String jwt) {
    try {
      String name = UNVERIFIED.processToClaims(jwt).getIssuer();
      Issuer issuer = name == null ? null : issuers.get(name);
      if (issuer == null) {
        throw Tokens.refused();
      }
      JwtClaims claims = consumer(issuer).processToClaims(jwt);
      NumericDate end = claims.getExpirationTime();
      if (!STORABLE.matcher(claims.getSubject()).matches() || end.isAfter(LAST)) {
        throw Tokens.refused();
      }
      claims.setExpirationTime(end);
      return claims;
    } catch (InvalidJwtException invalid) {
      throw keysAreAway(invalid) ? ProblemException.unavailable(invalid) : Tokens.refused();
    } catch (MalformedClaimException malformed) {
      throw Tokens.refused();
    }
  }

  private JwtConsumer consumer(Issuer issuer) {
    JwtConsumerBuilder builder =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(ALGORITHMS)
            .setVerificationKeyResolver(issuer.keys())
            .setExpectedIssuer(issuer.name())
            .setRequireSubject()
            .setRequireExpirationTime()
            .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
    return issuer.audiences().isEmpty()
        ? builder.setSkipDefaultAudienceValidation().build()
        : builder.setExpectedAudience(issuer.audiences().toArray(String[]::new)).build();
  }

  private static boolean keysAreAway(@Nullable Throwable failure) {
    return failure != null && (failure instanceof IOException || keysAreAway(failure.getCause()));
  }

  private record Issuer(String name, VerificationKeyResolver keys, Set<String> audiences) {}
}
