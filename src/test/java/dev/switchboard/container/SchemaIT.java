package dev.switchboard.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Flyway makes the schema and Hibernate does not look at it: so this test compares them. */
@Tag("in-container")
@ExtendWith(ArquillianExtension.class)
class SchemaIT {
  @Inject private Mappings mappings;

  @Deployment
  static WebArchive application() {
    return TestedApplication.war();
  }

  @Test
  void the_schema_has_what_the_entities_are_mapped_to() {
    assertThat(mappings.entities()).contains("Account", "Board", "Entry", "Note", "Operation");

    assertThatCode(mappings::validate).doesNotThrowAnyException();
  }
}
