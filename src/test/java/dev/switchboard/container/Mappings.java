package dev.switchboard.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.metamodel.EntityType;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;

/** What the application's entities are mapped to. */
@ApplicationScoped
class Mappings {
  @PersistenceUnit(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManagerFactory factory;

  Set<String> entities() {
    return factory.getMetamodel().getEntities().stream()
        .map(EntityType::getName)
        .collect(Collectors.toSet());
  }

  /** Throws {@code SchemaManagementException} unless the database has it all, in these types. */
  void validate() {
    factory.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
  }
}
