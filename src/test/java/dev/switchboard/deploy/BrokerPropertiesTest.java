package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The broker that the operator makes is configured as the project's own is. */
@TestInstance(Lifecycle.PER_CLASS)
class BrokerPropertiesTest {

  private static final Path MANIFEST = Path.of("openshift", "overlays", "prod", "broker.yaml");

  private final ArtemisBroker broker = Strict.read(manifest(), ArtemisBroker.class);
  private final FileConfiguration own = new FileConfiguration();
  private final ConfigurationImpl operated = new ConfigurationImpl();

  @BeforeAll
  void read_both() throws Exception {
    String file = Path.of("liberty", "broker.xml").toUri().toURL().toString();
    FileDeploymentManager deployment = new FileDeploymentManager(file);
    deployment.addDeployable(own);
    deployment.readConfiguration();

    operated.addAcceptorConfiguration(acceptor().name(), "tcp://0.0.0.0:" + acceptor().port());
    Properties properties = new Properties();
    broker.spec().brokerProperties().stream()
        .map(line -> line.split("=", 2))
        .forEach(pair -> properties.put(pair[0], pair[1]));
    operated.parsePrefixedProperties(properties, null);
  }

  @Test
  void every_property_is_understood() {
    assertThat(operated.getStatus()).contains("\"errors\":[]");
  }

  @Test
  void it_has_the_same_addresses_and_queues() {
    assertThat(addresses(operated)).isEqualTo(addresses(own)).hasSizeGreaterThan(10);
  }

  @Test
  void it_treats_them_the_same() {
    assertThat(operated.getAddressSettings()).isEqualTo(own.getAddressSettings()).isNotEmpty();
  }

  @Test
  void the_account_of_the_nodes_may_do_the_same() {
    assertThat(operated.isManagementMessageRbac()).isEqualTo(own.isManagementMessageRbac());
    assertThat(operated.getSecurityRoles().keySet()).isEqualTo(own.getSecurityRoles().keySet());
    own.getSecurityRoles()
        .forEach(
            (match, roles) ->
                assertThat(permissions(operated.getSecurityRoles().getOrDefault(match, Set.of())))
                    .as(match)
                    .isEqualTo(permissions(roles)));
  }

  @Test
  void its_journal_waits_for_nothing_and_its_memory_is_the_same() {
    assertThat(operated.getJournalBufferTimeout_NIO()).isEqualTo(own.getJournalBufferTimeout_NIO());
    assertThat(operated.getJournalFileSize()).isEqualTo(own.getJournalFileSize());
    assertThat(operated.getGlobalMaxSize()).isEqualTo(own.getGlobalMaxSize());
    assertThat(operated.getMaxDiskUsage()).isEqualTo(own.getMaxDiskUsage());
    assertThat(operated.isJournalDatasync()).isTrue();
  }

  /** Otherwise nobody could connect any more once the certificate has run out. */
  @Test
  void a_renewed_certificate_is_read_without_a_restart() {
    assertThat(operated.getAcceptorConfigurations())
        .singleElement()
        .satisfies(
            acceptor -> assertThat(acceptor.getParams()).containsEntry("sslAutoReload", "true"));
  }

  private ArtemisBroker.Acceptor acceptor() {
    return broker.spec().acceptors().get(0);
  }

  private static JsonNode manifest() {
    try {
      return Strict.documents(Files.readString(MANIFEST)).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> addresses(Configuration configuration) {
    Map<String, String> found = new TreeMap<>();
    configuration
        .getAddressConfigurations()
        .forEach(
            address ->
                found.put(
                    address.getName(),
                    address.getRoutingTypes()
                        + address.getQueueConfigs().stream()
                            .map(queue -> queue.getName() + " " + queue.getRoutingType())
                            .toList()
                            .toString()));
    return found;
  }

  /** Permissions without the role's name, which is the operator's choice. */
  private static Set<String> permissions(Set<Role> roles) {
    return roles.stream()
        .map(role -> role.toString().replace("name=" + role.getName(), ""))
        .collect(Collectors.toSet());
  }
}
