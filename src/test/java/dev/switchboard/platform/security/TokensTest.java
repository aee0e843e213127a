package dev.switchboard.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
  private static final String FOREIGN = "https://issuer.example/realm";
  private static final KeyPair EC = ec();
  private static final KeyPair RSA = rsa();

  private final Tokens tokens = tokens(EC, Map.of(), NOW);

  @Test
  void a_token_of_ours_names_its_caller() {
    Caller caller = tokens.verify(tokens.issue("42", "alice", Set.of("user", "admin")));

    assertThat(caller)
        .isEqualTo(
            new Caller("42", "alice", Set.of("user", "admin"), NOW.plus(Duration.ofHours(1))));
    assertThat(caller.administers()).isTrue();
  }

  @Test
  void an_rsa_key_signs_too() {
    Tokens signedByRsa = tokens(RSA, Map.of(), NOW);

    assertThat(signedByRsa.verify(signedByRsa.issue("42", "alice", Set.of("user"))).userId())
        .isEqualTo("42");
  }

  @Test
  void the_public_half_of_an_ec_key_is_computed_from_the_private_one() {
    assertThat(P256.publicKey((ECPrivateKey) EC.getPrivate()))
        .isInstanceOfSatisfying(
            ECPublicKey.class,
            key -> assertThat(key.getW()).isEqualTo(((ECPublicKey) EC.getPublic()).getW()));
  }

  @Test
  void the_published_keys_verify_and_do_not_sign() throws JoseException {
    JsonWebKeySet published = new JsonWebKeySet(tokens.jwks());

    assertThat(published.getJsonWebKeys())
        .singleElement()
        .extracting("key")
        .isEqualTo(EC.getPublic());
    assertThat(tokens.jwks()).contains("\"kid\"").doesNotContain("\"d\"");
  }

  @Test
  void every_node_with_the_same_key_verifies_what_another_signed() {
    String token = tokens.issue("42", "alice", Set.of());

    assertThat(tokens(EC, Map.of(), NOW).verify(token).username()).isEqualTo("alice");
  }

  @Test
  void an_expired_token_is_refused() {
    String token = tokens.issue("42", "alice", Set.of());

    assertRefused(tokens(EC, Map.of(), NOW.plus(Duration.ofHours(1))), token);
  }

  @Test
  void a_token_that_was_verified_is_refused_once_it_has_expired() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    InstantSource source = now::get;
    Tokens tokensInTime =
        new Tokens(
            Settings.of(Map.of("switchboard.jwt.private-key", pem("PRIVATE KEY", EC.getPrivate()))),
            source.withZone(ZoneOffset.UTC));
    String token = tokensInTime.issue("42", "alice", Set.of("user"));
    assertThat(tokensInTime.verify(token).userId()).isEqualTo("42");

    now.set(NOW.plus(Duration.ofHours(1)));

    assertRefused(tokensInTime, token);
  }

  @Test
  void a_token_of_another_key_is_refused() {
    assertRefused(tokens, tokens(ec(), Map.of(), NOW).issue("42", "alice", Set.of()));
  }

  @Test
  void a_changed_token_is_refused() {
    String[] parts = tokens.issue("42", "alice", Set.of("user")).split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String forged = claims.replace("\"user\"", "\"admin\"");

    assertRefused(tokens, parts[0] + "." + base64(forged) + "." + parts[2]);
  }

  @Test
  void a_token_of_an_unknown_issuer_is_refused() throws JoseException {
    assertRefused(tokens, signed(claims(FOREIGN), "ES256", EC.getPrivate(), null));
  }

  @Test
  void a_token_without_subject_or_expiry_is_refused() throws JoseException {
    JwtClaims nobodys = claims("switchboard");
    nobodys.unsetClaim("sub");
    JwtClaims endless = claims("switchboard");
    endless.unsetClaim("exp");

    assertRefused(tokens, signed(nobodys, "ES256", EC.getPrivate(), null));
    assertRefused(tokens, signed(endless, "ES256", EC.getPrivate(), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e300",
        "-1e300",
        "-1",
        "9223372036854775807",
        "9223372036854775808",
        "253402300800",
        "\"tomorrow\"",
        "\"1767355260\"",
        "[1767355260]",
        "true",
        "null"
      })
  void a_token_that_ends_at_no_time_is_refused(String end) throws JoseException {
    assertRefused(tokens, ending(end));
  }

  @Test
  void a_token_may_end_between_two_seconds() throws JoseException {
    String token = ending("1767355260.75");

    assertThat(tokens.verify(token).expiresAt()).isEqualTo("2026-01-02T12:01:00Z");
    assertThat(tokens.verify(token).userId()).as("when it is known already").isEqualTo("f-7");
  }

  private static String ending(String end) throws JoseException {
    String claims = "{\"iss\":\"switchboard\",\"sub\":\"f-7\",\"exp\":%s}".formatted(end);
    return signed(claims, "ES256", EC.getPrivate(), null);
  }

  @Test
  void a_token_whose_subject_cannot_be_stored_is_refused() throws JoseException {
    for (String subject : List.of("", "x".repeat(257), "a\0b")) {
      JwtClaims unstorable = claims("switchboard");
      unstorable.setSubject(subject);

      assertRefused(tokens, signed(unstorable, "ES256", EC.getPrivate(), null));
    }
  }

  @Test
  void a_subject_has_up_to_256_characters_of_any_kind() throws JoseException {
    JwtClaims longest = claims("switchboard");
    longest.setSubject("\ud83d\ude00".repeat(256));

    assertThat(tokens.verify(signed(longest, "ES256", EC.getPrivate(), null)).userId())
        .isEqualTo(longest.getClaimValueAsString("sub"));
  }

  @Test
  void an_unsigned_token_is_refused() {
    String claims = claims("switchboard").toJson();

    assertRefused(tokens, base64("{\"alg\":\"none\"}") + "." + base64(claims) + ".");
  }

  @Test
  void a_public_key_does_not_pass_for_a_shared_secret() throws JoseException {
    Key confused = new HmacKey(RSA.getPublic().getEncoded());

    assertRefused(
        tokens(RSA, Map.of(), NOW), signed(claims("switchboard"), "HS256", confused, null));
  }

  @Test
  void what_is_no_token_is_refused() {
    assertRefused(tokens, "");
    assertRefused(tokens, "a.b.c");
    assertRefused(tokens, "x".repeat(10_000));
  }

  @Test
  void the_tokens_of_an_external_issuer_are_verified_by_its_published_keys()
      throws IOException, JoseException {
    HttpServer issuer = publish(RSA);
    try {
      Tokens both = tokens(EC, foreign(url(issuer)), NOW);

      Caller caller = both.verify(signed(claims(FOREIGN), "RS256", RSA.getPrivate(), "k1"));

      assertThat(caller.userId()).isEqualTo("f-7");
      assertThat(caller.username()).isEqualTo("fred");
      assertThat(both.verify(both.issue("42", "alice", Set.of())).userId()).isEqualTo("42");
      assertRefused(both, signed(claims(FOREIGN), "RS256", rsa().getPrivate(), "k1"));
      assertRefused(both, signed(claims("switchboard"), "RS256", RSA.getPrivate(), "k1"));
    } finally {
      issuer.stop(0);
    }
  }

  @Test
  void an_external_issuer_that_is_away_is_an_outage_and_no_refusal()
      throws IOException, JoseException {
    HttpServer issuer = publish(RSA);
    issuer.stop(0);
    Tokens both = tokens(EC, foreign(url(issuer)), NOW);
    String token = signed(claims(FOREIGN), "RS256", RSA.getPrivate(), "k1");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> both.verify(token))
        .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
  }

  @Test
  void the_key_of_an_external_issuer_may_be_in_a_file(@TempDir Path folder)
      throws IOException, JoseException {
    Path file = folder.resolve("issuer.pem");
    Files.writeString(file, pem("PUBLIC KEY", RSA.getPublic()));
    Tokens both = tokens(EC, foreign(file.toString()), NOW);

    assertThat(both.verify(signed(claims(FOREIGN), "RS256", RSA.getPrivate(), null)).userId())
        .isEqualTo("f-7");
  }

  @Test
  void where_audiences_are_configured_an_external_token_must_name_one()
      throws JoseException, IOException {
    HttpServer issuer = publish(RSA);
    try {
      Map<String, String> settings = new HashMap<>(foreign(url(issuer)));
      settings.put("mp.jwt.verify.audiences", "switchboard");
      Tokens both = tokens(EC, settings, NOW);
      JwtClaims forUs = claims(FOREIGN);
      forUs.setAudience("switchboard", "other");

      assertThat(both.verify(signed(forUs, "RS256", RSA.getPrivate(), "k1")).userId())
          .isEqualTo("f-7");
      assertRefused(both, signed(claims(FOREIGN), "RS256", RSA.getPrivate(), "k1"));
    } finally {
      issuer.stop(0);
    }
  }

  @Test
  void without_a_key_the_start_says_what_to_set() {
    Settings none = Settings.of(Map.of());

    assertThatThrownBy(() -> new Tokens(none, Clock.systemUTC()))
        .hasMessageContaining("switchboard.jwt.private-key-file");
  }

  @Test
  void a_key_may_come_from_a_file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key.pem");
    Files.writeString(file, pem("PRIVATE KEY", EC.getPrivate()));
    Settings settings = Settings.of(Map.of("switchboard.jwt.private-key-file", file.toString()));

    Tokens fromFile = new Tokens(settings, Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(fromFile.jwks()).isEqualTo(tokens.jwks());
  }

  private static void assertRefused(Tokens tokens, String token) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> tokens.verify(token))
        .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHORIZED));
  }

  private static Tokens tokens(KeyPair key, Map<String, String> more, Instant now) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("switchboard.jwt.private-key", pem("PRIVATE KEY", key.getPrivate()));
    return new Tokens(Settings.of(settings), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Map<String, String> foreign(String location) {
    return Map.of("mp.jwt.verify.issuer", FOREIGN, "mp.jwt.verify.publickey.location", location);
  }

  private static JwtClaims claims(String issuer) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setSubject("f-7");
    claims.setStringClaim("preferred_username", "fred");
    claims.setExpirationTime(NumericDate.fromSeconds(NOW.plusSeconds(60).getEpochSecond()));
    return claims;
  }

  private static String signed(JwtClaims claims, String algorithm, Key key, @Nullable String keyId)
      throws JoseException {
    return signed(claims.toJson(), algorithm, key, keyId);
  }

  private static String signed(String claims, String algorithm, Key key, @Nullable String keyId)
      throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setPayload(claims);
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setKey(key);
    if (keyId != null) {
      signature.setKeyIdHeaderValue(keyId);
    }
    return signature.getCompactSerialization();
  }

  private static HttpServer publish(KeyPair keys) throws IOException, JoseException {
    PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(keys.getPublic());
    key.setKeyId("k1");
    byte[] body = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
  }

  private static String pem(String label, Key key) {
    String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair ec() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
