package dev.switchboard.launch;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;

/** A real Artemis broker inside this JVM, with the configuration of {@code liberty/broker.xml}. */
public final class Broker implements AutoCloseable {
  private static final Path CONFIGURATION = Path.of("liberty", "broker.xml");

  private final Path directory;
  private final int port;
  private @Nullable EmbeddedActiveMQ embedded;
  private @Nullable ServerCertificate certificate;
  private @Nullable SecurityConfiguration accounts;

  private Broker(Path directory, int port) {
    this.directory = directory.toAbsolutePath();
    this.port = port;
  }

  /** A broker that is not started yet; its journal lies in the folder. */
  public static Broker at(Path directory, int port) {
    return new Broker(directory, port);
  }

  /** From the next start on it takes connections by TLS alone, and shows this. */
  public Broker encrypt(ServerCertificate shown) {
    certificate = shown;
    return this;
  }

  /** From the next start on it lets in these accounts alone, as far as their roles go. */
  public Broker admit(SecurityConfiguration admitted) {
    accounts = admitted;
    return this;
  }

  /** Starts it on its old journal, if there is one; returns when it takes messages. */
  public Broker start() {
    try {
      EmbeddedActiveMQ fresh = new EmbeddedActiveMQ().setConfiguration(configuration());
      if (accounts != null) {
        fresh.setSecurityManager(
            new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts));
      }
      embedded = fresh.start();
    } catch (Exception e) {
      throw new LaunchException("The broker did not start: " + e.getMessage(), e);
    }
    if (!Ports.taken(port)) {
      stop();
      throw new LaunchException("The broker did not start: it does not listen on port " + port);
    }
    return this;
  }

  /** Stops it in an orderly way: clients are told. */
  public void stop() {
    EmbeddedActiveMQ running = embedded;
    embedded = null;
    if (running != null) {
      try {
        running.stop();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Cuts every connection without a word, then ends it as after a failure. */
  public void kill() {
    ActiveMQServer server = server();
    try {
      for (Acceptor acceptor : server.getRemotingService().getAcceptors().values()) {
        acceptor.pause();
      }
      server
          .getRemotingService()
          .getConnections()
          .forEach(connection -> connection.getTransportConnection().forceClose());
      server.fail(false);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    embedded = null;
  }

  /** The running broker, for plugins and for a look into its queues. */
  public ActiveMQServer server() {
    EmbeddedActiveMQ running = embedded;
    if (running == null) {
      throw new IllegalStateException("the broker is not running");
    }
    return running.getActiveMQServer();
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    stop();
  }

  private FileConfiguration configuration() throws Exception {
    FileConfiguration configuration = new FileConfiguration();
    FileDeploymentManager deployment =
        new FileDeploymentManager(CONFIGURATION.toUri().toURL().toString());
    deployment.addDeployable(configuration);
    deployment.readConfiguration();
    configuration.setBrokerInstance(directory.toFile());
    configuration.setSecurityEnabled(accounts != null);
    Set<TransportConfiguration> acceptors = configuration.getAcceptorConfigurations();
    acceptors.forEach(acceptor -> acceptor.getParams().putAll(transport()));
    return configuration;
  }

  private Map<String, Object> transport() {
    if (certificate == null) {
      return Map.of(TransportConstants.PORT_PROP_NAME, port);
    }
    return Map.of(
        TransportConstants.PORT_PROP_NAME,
        port,
        TransportConstants.SSL_ENABLED_PROP_NAME,
        true,
        TransportConstants.KEYSTORE_TYPE_PROP_NAME,
        "PKCS12",
        TransportConstants.KEYSTORE_PATH_PROP_NAME,
        certificate.store().toString(),
        TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
        certificate.password());
  }
}
