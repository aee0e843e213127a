package dev.switchboard.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Every setting of the application: name, unit, default and what it does. Each can be given as a
 * MicroProfile Config property, thus also in the environment ({@code SWITCHBOARD_RATE_FRAMES}).
 */
@ApplicationScoped
public class Settings {

  private final SettingValues values;

  Settings() {
    this(name -> Optional.empty());
  }

  @Inject
  Settings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  private Settings(Function<String, Optional<String>> source) {
    this.values = new SettingValues(source);
  }

  /** Settings that hold these values and otherwise the defaults. */
  public static Settings of(Map<String, String> values) {
    return new Settings(name -> Optional.ofNullable(values.get(name)));
  }

  /** {@code switchboard.outbox.frames} = 4096 frames: what may wait for one slow connection. */
  public int outboxFrames() {
    return values.positive("switchboard.outbox.frames", 4096);
  }

  /**
   * {@code switchboard.outbox.bytes} = 4194304 characters, most of them bytes: what may wait for
   * one slow connection.
   */
  public int outboxBytes() {
    return values.positive("switchboard.outbox.bytes", 4_194_304);
  }

  /** {@code switchboard.socket.frame-bytes} = 65536 bytes: the largest frame a client may send. */
  public int frameBytes() {
    return values.positive("switchboard.socket.frame-bytes", 65_536);
  }

  /** {@code switchboard.socket.subscriptions} = 200: the most that one connection may hold. */
  public int subscriptionsPerConnection() {
    return values.positive("switchboard.socket.subscriptions", 200);
  }

  /** {@code switchboard.socket.connections} = 20: the most that one user may hold. */
  public int connectionsPerUser() {
    return values.positive("switchboard.socket.connections", 20);
  }

  /** {@code switchboard.socket.ping-interval} = PT20S: how often a connection is pinged. */
  public Duration pingInterval() {
    return values.duration("switchboard.socket.ping-interval", "PT20S");
  }

  /** {@code switchboard.socket.idle-timeout} = PT60S: how long a silent connection is kept. */
  public Duration idleTimeout() {
    return values.duration("switchboard.socket.idle-timeout", "PT60S");
  }

  /** {@code switchboard.socket.lifetime} = PT24H: how long any connection is kept. */
  public Duration connectionLifetime() {
    return values.duration("switchboard.socket.lifetime", "PT24H");
  }

  /** {@code switchboard.origins} = none: web origins, by comma, that may call besides our own. */
  public Set<String> allowedOrigins() {
    return values.list("switchboard.origins");
  }

  /** {@code switchboard.rate.frames} = 100/500 (a second/burst) or off: frames per connection. */
  public Rate framesPerSecond() {
    return values.rate("switchboard.rate.frames", "100/500");
  }

  /** {@code switchboard.rate.commands} = 100/500 (a second/burst) or off: commands per user. */
  public Rate commandsPerSecond() {
    return values.rate("switchboard.rate.commands", "100/500");
  }

  /**
   * {@code switchboard.rate.anonymous} = 20/100 (a second/burst) or off: calls without a valid
   * token per address.
   */
  public Rate anonymousPerSecond() {
    return values.rate("switchboard.rate.anonymous", "20/100");
  }

  /** {@code switchboard.message.characters} = 16384 characters: the longest text of a message. */
  public int messageCharacters() {
    return values.positive("switchboard.message.characters", 16_384);
  }

  /**
   * {@code switchboard.chat.retention} = P30D: how long a chat's messages are kept; P1D or more.
   */
  public Duration chatRetention() {
    Duration kept = values.duration("switchboard.chat.retention", "P30D");
    if (kept.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "the setting switchboard.chat.retention must be at least P1D");
    }
    return kept;
  }

  /** {@code switchboard.body.bytes} = 262144 bytes: the largest body of a request. */
  public int bodyBytes() {
    return values.positive("switchboard.body.bytes", 262_144);
  }

  /** {@code switchboard.node} = host name:port: what this node is called among the nodes. */
  public String nodeName() {
    return values
        .value("switchboard.node")
        .orElseGet(() -> hostName() + ":" + values.value("http.port").orElse("9080"));
  }

  /** {@code switchboard.node-lease} = PT15S: a node that is silent for so long counts as dead. */
  public Duration nodeLease() {
    return values.duration("switchboard.node-lease", "PT15S");
  }

  /** {@code switchboard.database-wait} = PT60S: how long a start waits for the database. */
  public Duration databaseWait() {
    return values.duration("switchboard.database-wait", "PT60S");
  }

  /** {@code switchboard.jwt.issuer} = switchboard: the claim {@code iss} of our own tokens. */
  public String tokenIssuer() {
    return values.value("switchboard.jwt.issuer").orElse("switchboard");
  }

  /** {@code switchboard.jwt.lifetime} = PT1H: how long a token of ours is valid. */
  public Duration tokenLifetime() {
    return values.duration("switchboard.jwt.lifetime", "PT1H");
  }

  /**
   * {@code switchboard.session.lifetime} = PT12H: how long after a login its token can be renewed.
   */
  public Duration sessionLifetime() {
    return values.duration("switchboard.session.lifetime", "PT12H");
  }

  /** {@code switchboard.jwt.private-key}, no default: the signing key, PKCS #8 in PEM. */
  public Optional<String> privateKey() {
    return values.value("switchboard.jwt.private-key");
  }

  /** {@code switchboard.jwt.private-key-file}, no default: the file that holds the signing key. */
  public Optional<String> privateKeyFile() {
    return values.value("switchboard.jwt.private-key-file");
  }

  /** {@code mp.jwt.verify.issuer}, no default: an external issuer whose tokens are accepted. */
  public Optional<String> externalIssuer() {
    return values.value("mp.jwt.verify.issuer");
  }

  /**
   * {@code mp.jwt.verify.publickey.location}, no default: where the external issuer's keys are, as
   * the URL of a JWK set, or a file with a JWK set or a PEM public key.
   */
  public Optional<String> externalKeyLocation() {
    return values.value("mp.jwt.verify.publickey.location");
  }

  /**
   * {@code switchboard.jwt.ca-file} = those of the JVM: the authorities, in PEM, that may have
   * signed the certificate of the external issuer's server.
   */
  public Optional<String> externalAuthorities() {
    return values.value("switchboard.jwt.ca-file");
  }

  /** {@code mp.jwt.verify.audiences} = any: by comma, one of which an external token must name. */
  public Set<String> externalAudiences() {
    return values.list("mp.jwt.verify.audiences");
  }

  /** {@code switchboard.login.failures} = 10: failed logins in the window that block an account. */
  public int loginFailures() {
    return values.positive("switchboard.login.failures", 10);
  }

  /** {@code switchboard.login.window} = PT15M: how long a failed login counts. */
  public Duration loginWindow() {
    return values.duration("switchboard.login.window", "PT15M");
  }

  /** {@code switchboard.password.hashes} = 2: how many passwords are hashed at the same time. */
  public int concurrentHashes() {
    return values.positive("switchboard.password.hashes", 2);
  }

  /** {@code switchboard.demo.accounts} = false: makes alice, bob, robot and admin at start. */
  public boolean demoAccounts() {
    return values.value("switchboard.demo.accounts").map(Boolean::parseBoolean).orElse(false);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }
}
