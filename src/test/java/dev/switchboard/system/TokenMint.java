package dev.switchboard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Signs tokens as the installation under test does, with its own key (an EC one, as PKCS #8). */
final class TokenMint {

  /** The system property that names the file of the key. */
  static final String KEY = "switchboard.signing-key";

  private static final JwtConsumer UNVERIFIED =
      new JwtConsumerBuilder().setSkipAllValidators().setSkipSignatureVerification().build();

  private TokenMint() {}

  /** A token for the same user that ends in that time from now, or ended that long ago. */
  static String ending(Account account, Duration fromNow) {
    return altered(
        account, claims -> claims.setExpirationTime(inSeconds((int) fromNow.toSeconds())));
  }

  /** The account's token with other claims, and a good signature. */
  static String altered(Account account, Consumer<JwtClaims> alteration) {
    try {
      JwtClaims claims = UNVERIFIED.processToClaims(account.token());
      claims.setIssuedAt(inSeconds(-7200));
      alteration.accept(claims);
      JsonWebSignature original = new JsonWebSignature();
      original.setCompactSerialization(account.token());
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(claims.toJson());
      signature.setAlgorithmHeaderValue(original.getAlgorithmHeaderValue());
      signature.setKeyIdHeaderValue(original.getKeyIdHeaderValue());
      signature.setHeader("typ", "JWT");
      signature.setKey(key());
      return signature.getCompactSerialization();
    } catch (InvalidJwtException | JoseException e) {
      throw new AssertionError(e);
    }
  }

  private static NumericDate inSeconds(int seconds) {
    NumericDate date = NumericDate.now();
    date.addSeconds(seconds);
    return date;
  }

  private static PrivateKey key() {
    try {
      String pem = Files.readString(Path.of(System.getProperty(KEY, "")));
      byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
