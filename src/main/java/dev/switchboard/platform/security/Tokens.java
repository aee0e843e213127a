package dev.switchboard.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes and verifies the tokens that say who calls: MicroProfile JWTs (RS256 or ES256). */
@ApplicationScoped
public class Tokens {
  private static final int REMEMBERED = 10_000;

  /** OpenID Connect Core 1.0, 2. */
  private static final String SIGNED_IN = "auth_time";

  /** So long at most does a token outlive the key that its issuer has withdrawn. */
  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

  private final SigningKey key;
  private final TrustedIssuers issuers;
  private final String issuer;
  private final Duration lifetime;
  private final Clock clock;
  private final Cache<String, VerifiedToken> verified =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(REMEMBERED_FOR).build();

  @SuppressWarnings("NullAway") // for the container's proxy alone
  Tokens() {
    key = null;
    issuers = null;
    issuer = null;
    lifetime = null;
    clock = null;
  }

  /** Reads the signing key; fails where the settings name none. */
  @Inject
  public Tokens(Settings settings, Clock clock) {
    this.key = SigningKey.from(settings);
    this.issuers = TrustedIssuers.from(settings, key, clock);
    this.issuer = settings.tokenIssuer();
    this.lifetime = settings.tokenLifetime();
    this.clock = clock;
  }

  /** Has the key read at the start rather than at the first call. */
  void start(@Observes Startup event) {}

  /** The caller whom a valid token names; a problem 401 otherwise. */
  public Caller verify(String jwt) {
    return Caller.of(read(jwt));
  }

  /**
   * The claims of a valid token; a problem 401 otherwise. A signature that was verified is not
   * verified again for a while; whether the token has ended is looked at each time.
   */
  public JsonWebToken read(String jwt) {
    VerifiedToken known = verified.getIfPresent(jwt);
    if (known != null
        && clock.instant().isBefore(Instant.ofEpochSecond(known.getExpirationTime()))) {
      return known;
    }
    VerifiedToken fresh = new VerifiedToken(issuers.claims(jwt).getClaimsMap());
    verified.put(jwt, fresh);
    return fresh;
  }

  /** A new token of our own, for somebody who signed in just now. */
  public String issue(String userId, String username, Set<String> groups) {
    return issue(userId, username, groups, clock.instant());
  }

  /** A new token of our own, for somebody who signed in then. */
  public String issue(String userId, String username, Set<String> groups, Instant signedIn) {
    Instant now = clock.instant();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setSubject(userId);
    claims.setStringClaim("upn", username);
    claims.setStringListClaim("groups", List.copyOf(groups));
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
    claims.setClaim(SIGNED_IN, signedIn.getEpochSecond());
    claims.setJwtId(UUID.randomUUID().toString());
    return sign(claims);
  }

  /** When the holder of a token of our own signed in; empty for a token of another issuer. */
  public Optional<Instant> signedIn(JsonWebToken token) {
    return issuer.equals(token.getIssuer()) && token.getClaim(SIGNED_IN) instanceof Number seconds
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  /** How long a new token is valid. */
  public Duration lifetime() {
    return lifetime;
  }

  /** The public keys that verify our tokens, as the text of a JWK set (RFC 7517). */
  public String jwks() {
    return new JsonWebKeySet(key.jwk()).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  private String sign(JwtClaims claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.jwk().getPrivateKey());
    signature.setKeyIdHeaderValue(key.jwk().getKeyId());
    signature.setAlgorithmHeaderValue(key.jwk().getAlgorithm());
    signature.setHeader("typ", "JWT");
    try {
      return signature.getCompactSerialization();
    } catch (JoseException broken) {
      throw new IllegalStateException("the signing key does not sign", broken);
    }
  }

  static ProblemException refused() {
    return new ProblemException(ProblemType.UNAUTHORIZED, "The token is not valid.");
  }
}
