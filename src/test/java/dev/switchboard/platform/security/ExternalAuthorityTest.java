package dev.switchboard.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An external issuer whose server has a certificate that no public authority signed. */
class ExternalAuthorityTest {

  private static final String ISSUER = "https://login.example/realms/office";
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;
  private KeyStore store;
  private RsaJsonWebKey key;
  private HttpsServer server;

  @SuppressWarnings("NullAway.Init") // before each test
  ExternalAuthorityTest() {}

  @BeforeEach
  void open() throws Exception {
    store = certified(folder.resolve("server.p12"));
    key = RsaJwkGenerator.generateJwk(2048);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    byte[] keys = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/certs",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void its_tokens_are_accepted_where_the_authority_is_named() throws Exception {
    Path authority = folder.resolve("ca.crt");
    String body = Base64.getMimeEncoder().encodeToString(store.getCertificate("web").getEncoded());
    Files.writeString(
        authority, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");

    Tokens tokens = tokens(Map.of("switchboard.jwt.ca-file", authority.toString()));

    assertThat(tokens.verify(token()).userId()).isEqualTo("f-7");
  }

  @Test
  void its_server_is_not_believed_otherwise() throws Exception {
    Tokens tokens = tokens(Map.of());
    String token = token();

    assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(ProblemException.class);
  }

  @Test
  void a_file_that_is_not_there_stops_the_start() {
    Map<String, String> absent = Map.of("switchboard.jwt.ca-file", "absent.crt");

    assertThatThrownBy(() -> tokens(absent)).hasMessageContaining("absent.crt");
  }

  private Tokens tokens(Map<String, String> more) throws GeneralSecurityException {
    Map<String, String> settings = new HashMap<>(more);
    byte[] own = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
    settings.put(
        "switchboard.jwt.private-key",
        "-----BEGIN PRIVATE KEY-----"
            + Base64.getEncoder().encodeToString(own)
            + "-----END PRIVATE KEY-----");
    settings.put("mp.jwt.verify.issuer", ISSUER);
    settings.put(
        "mp.jwt.verify.publickey.location",
        "https://localhost:" + server.getAddress().getPort() + "/certs");
    return new Tokens(Settings.of(settings), Clock.systemUTC());
  }

  private String token() throws JoseException {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setSubject("f-7");
    claims.setExpirationTimeMinutesInTheFuture(5);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setAlgorithmHeaderValue("RS256");
    return signature.getCompactSerialization();
  }

  private static KeyStore certified(Path file)
      throws IOException, InterruptedException, GeneralSecurityException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "web",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static SSLContext context(KeyStore store) throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
