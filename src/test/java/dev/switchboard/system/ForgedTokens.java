package dev.switchboard.system;

import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that look right and must not be believed, made from a right one. */
final class ForgedTokens {

  private static final JwtConsumer UNVERIFIED =
      new JwtConsumerBuilder().setSkipAllValidators().setSkipSignatureVerification().build();

  private ForgedTokens() {}

  static List<String> of(String token) {
    try {
      JwtClaims claims = UNVERIFIED.processToClaims(token);
      claims.setStringListClaim("groups", "user", "admin");
      return List.of(
          signedByAnotherRsaKey(token, claims),
          signedByAnotherEcKey(token, claims),
          signedWithAPassword(claims),
          unsigned(claims),
          alteredPayload(token, claims),
          token + "x",
          "x" + token);
    } catch (InvalidJwtException | JoseException e) {
      throw new AssertionError(e);
    }
  }

  private static String signedByAnotherRsaKey(String token, JwtClaims claims) throws JoseException {
    return signed(
        token, claims, AlgorithmIdentifiers.RSA_USING_SHA256, RsaJwkGenerator.generateJwk(2048));
  }

  private static String signedByAnotherEcKey(String token, JwtClaims claims) throws JoseException {
    return signed(
        token,
        claims,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
        EcJwkGenerator.generateJwk(EllipticCurves.P256));
  }

  private static String signed(
      String token, JwtClaims claims, String algorithm, PublicJsonWebKey key) throws JoseException {
    JsonWebSignature signature = signature(claims, algorithm);
    signature.setKeyIdHeaderValue(keyId(token));
    signature.setKey(key.getPrivateKey());
    return signature.getCompactSerialization();
  }

  private static String signedWithAPassword(JwtClaims claims) throws JoseException {
    JsonWebSignature signature = signature(claims, AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(new HmacKey(new byte[32]));
    return signature.getCompactSerialization();
  }

  private static String unsigned(JwtClaims claims) throws JoseException {
    JsonWebSignature signature = signature(claims, AlgorithmIdentifiers.NONE);
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    return signature.getCompactSerialization();
  }

  private static String alteredPayload(String token, JwtClaims claims) throws JoseException {
    List<String> forged = List.of(unsigned(claims).split("\\.", -1));
    List<String> parts = List.of(token.split("\\.", -1));
    return parts.get(0) + "." + forged.get(1) + "." + parts.get(2);
  }

  private static JsonWebSignature signature(JwtClaims claims, String algorithm) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(algorithm);
    return signature;
  }

  private static String keyId(String token) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(token);
    return signature.getKeyIdHeaderValue();
  }
}
