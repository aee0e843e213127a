package dev.switchboard.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Finds the public keys of an external issuer by the URL of its JWK set, or in a file. */
final class ExternalKeys {

  private static final int TIMEOUT_MILLIS = 2000;
  private static final long KEPT_WHEN_AWAY_SECONDS = 3600;

  private ExternalKeys() {}

  /** Keys at the location; its server is trusted by the authorities of a PEM file, where named. */
  static VerificationKeyResolver at(String location, Optional<String> authorities) {
    return location.startsWith("http://") || location.startsWith("https://")
        ? remote(location, authorities)
        : local(read(location));
  }

  private static VerificationKeyResolver remote(String url, Optional<String> authorities) {
    Get get = new Get();
    get.setConnectTimeout(TIMEOUT_MILLIS);
    get.setReadTimeout(TIMEOUT_MILLIS);
    get.setRetries(1);
    authorities.ifPresent(file -> get.setTrustedCertificates(Pem.certificates(read(file))));
    HttpsJwks keys = new HttpsJwks(url);
    keys.setSimpleHttpGet(get);
    keys.setRetainCacheOnErrorDuration(KEPT_WHEN_AWAY_SECONDS);
    return new HttpsJwksVerificationKeyResolver(keys);
  }

  private static VerificationKeyResolver local(String text) {
    if (text.stripLeading().startsWith("{")) {
      return ofJwks(text);
    }
    PublicKey key = Pem.publicKey(text);
    return (signature, context) -> key;
  }

  private static VerificationKeyResolver ofJwks(String text) {
    try {
      return new JwksVerificationKeyResolver(new JsonWebKeySet(text).getJsonWebKeys());
    } catch (JoseException unreadable) {
      throw new IllegalArgumentException("the external issuer's JWK set is unreadable", unreadable);
    }
  }

  private static String read(String location) {
    try {
      return Files.readString(
          location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the file " + location, unreadable);
    }
  }
}
