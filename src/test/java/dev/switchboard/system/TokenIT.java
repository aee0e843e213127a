package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class TokenIT {

  private final Account alice = Accounts.alice();

  @Test
  void the_published_keys_verify_a_token() throws Exception {
    JwtClaims claims = verified(alice.token());

    assertThat(claims.getSubject()).isEqualTo(alice.userId());
    assertThat(claims.getIssuer()).isNotBlank();
    assertThat(claims.getStringClaimValue("upn")).isEqualTo("alice");
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("user");
  }

  @Test
  void a_token_lasts_an_hour() throws Exception {
    JwtClaims claims = verified(alice.token());

    long seconds = claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();

    assertThat(Duration.ofSeconds(seconds)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void groups_say_what_a_user_may_do() throws Exception {
    assertThat(verified(Accounts.robot().token()).getStringListClaimValue("groups"))
        .containsExactlyInAnyOrder("user", "service");
    assertThat(verified(Accounts.admin().token()).getStringListClaimValue("groups"))
        .containsExactlyInAnyOrder("user", "admin");
  }

  @Test
  void a_token_tells_no_address_and_no_password() throws Exception {
    assertThat(verified(alice.token()).toJson()).doesNotContain("@", Account.PASSWORD);
  }

  @Test
  void the_published_keys_are_public_ones() {
    Answer keys = Switchboard.underTest().anonymous().get("/auth/jwks");

    assertThat(keys.status()).isEqualTo(200);
    assertThat(keys.json().getJsonArray("keys"))
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(key.asJsonObject())
                    .containsKeys("kty", "kid")
                    .doesNotContainKeys("d", "p", "q", "dp", "dq", "qi", "k"));
  }

  private static JwtClaims verified(String token) throws InvalidJwtException {
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(publishedKeys()))
            .setRequireExpirationTime()
            .setSkipDefaultAudienceValidation()
            .build();
    return consumer.processToClaims(token);
  }

  private static List<JsonWebKey> publishedKeys() {
    try {
      Answer keys = Switchboard.underTest().anonymous().get("/auth/jwks");
      return new JsonWebKeySet(keys.text()).getJsonWebKeys();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }
}
