package dev.switchboard.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Signs tokens outside the installation, as a Keycloak would, and publishes the key for them. */
final class ForeignIssuer implements AutoCloseable {

  static final String NAME = "https://login.example/realms/office";

  private final RsaJsonWebKey key = key("published");
  private final HttpServer server;

  private ForeignIssuer(HttpServer server) {
    this.server = server;
  }

  static ForeignIssuer open() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      ForeignIssuer issuer = new ForeignIssuer(HttpServer.create(anyPort, 0));
      issuer.server.createContext("/certs", issuer::publish);
      issuer.server.start();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the JWK set is. */
  String keys() {
    return "http://localhost:" + server.getAddress().getPort() + "/certs";
  }

  /** A user of this issuer, whom the installation has never seen. */
  Account guest(Switchboard home, Consumer<JwtClaims> alteration) {
    String userId = UUID.randomUUID().toString();
    return new Account(home, userId, "guest", "", token(userId, alteration));
  }

  String token(String userId, Consumer<JwtClaims> alteration) {
    return signed(userId, alteration, key);
  }

  /** A token in this issuer's name by a key that it never published. */
  static String forged(String keyId) {
    return signed("forger", claims -> {}, key(keyId));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void publish(HttpExchange exchange) throws IOException {
    String keys = new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    byte[] body = keys.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String signed(
      String userId, Consumer<JwtClaims> alteration, RsaJsonWebKey signingKey) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(NAME);
    claims.setSubject(userId);
    claims.setStringClaim("preferred_username", "guest");
    claims.setStringListClaim("groups", List.of("user"));
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(10);
    alteration.accept(claims);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(signingKey.getPrivateKey());
    signature.setKeyIdHeaderValue(signingKey.getKeyId());
    signature.setAlgorithmHeaderValue("RS256");
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  private static RsaJsonWebKey key(String id) {
    try {
      RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
      made.setKeyId(id);
      return made;
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }
}
