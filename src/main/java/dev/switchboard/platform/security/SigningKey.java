package dev.switchboard.platform.security;

import dev.switchboard.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The key pair that signs our tokens: EC P-256 for ES256, or RSA of 2048 bits and more for RS256.
 */
record SigningKey(PublicJsonWebKey jwk) {

  private static final int SHORTEST_RSA = 2048;

  static SigningKey from(Settings settings) {
    return ofPem(
        settings
            .privateKey()
            .or(() -> settings.privateKeyFile().map(SigningKey::read))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No key to sign tokens with: set switchboard.jwt.private-key to a PKCS #8"
                            + " PEM text, or switchboard.jwt.private-key-file to its file.")));
  }

  static SigningKey ofPem(String pem) {
    PrivateKey key = Pem.privateKey(pem);
    if (key instanceof ECPrivateKey ec) {
      return of("ES256", P256.publicKey(ec), key);
    }
    if (key instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA) {
      return of("RS256", publicKey(rsa), key);
    }
    throw new IllegalArgumentException("an RSA key needs at least " + SHORTEST_RSA + " bits");
  }

  private static SigningKey of(String algorithm, PublicKey publicKey, PrivateKey privateKey) {
    try {
      PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(publicKey);
      jwk.setPrivateKey(privateKey);
      jwk.setAlgorithm(algorithm);
      jwk.setUse("sig");
      jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
      return new SigningKey(jwk);
    } catch (JoseException unusable) {
      throw new IllegalArgumentException("the signing key is not usable", unusable);
    }
  }

  private static PublicKey publicKey(RSAPrivateCrtKey key) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException broken) {
      throw new IllegalArgumentException("the RSA key has no public part", broken);
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read switchboard.jwt.private-key-file", unreadable);
    }
  }
}
