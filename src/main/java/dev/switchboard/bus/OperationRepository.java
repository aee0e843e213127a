package dev.switchboard.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of operations. */
@ApplicationScoped
@Transactional
class OperationRepository {
  /**
   * A row without a key may be lost with the database's last half second: the command itself is in
   * the queue, and settling writes the row anew. So its commit does not wait for the disk.
   */
  private static final String INSERT =
      """
      insert into operation (id, kind, author, status, created_at)
      select :id, :kind, :author, 'pending', :now
      from set_config('synchronous_commit', 'off', true)
      """;

  private static final String INSERT_WITH_KEY =
      """
      insert into operation (id, kind, author, status, created_at, idempotency_key, fingerprint)
      values (:id, :kind, :author, 'pending', :now, :key, :fingerprint)
      on conflict (author, idempotency_key) where idempotency_key is not null do nothing
      """;

  private static final String HOLD =
      """
      insert into operation as o (id, kind, author, status, created_at)
      values (:id, :kind, :author, 'pending', :now)
      on conflict (id) do update set status = o.status
      returning status
      """;

  private static final String SETTLE =
      """
      insert into operation as o (id, kind, author, status, resource, error, created_at)
      values (:id, :kind, :author, :status, :resource, :error, :now)
      on conflict (id) do update
        set status = excluded.status, resource = excluded.resource, error = excluded.error
        where o.status <> 'succeeded'
      """;

  private static final String REOPEN =
      "update operation set status = 'pending', error = null where id = :id and status = 'failed'";

  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  private final Clock clock;

  @SuppressWarnings("NullAway")
  OperationRepository() {
    this(null);
  }

  @Inject
  OperationRepository(Clock clock) {
    this.clock = clock;
  }

  Optional<Operation> find(UUID id) {
    return Optional.ofNullable(entities.find(Operation.class, id));
  }

  Operation insert(UUID id, String kind, String author) {
    Instant now = clock.instant();
    entities
        .createNativeQuery(INSERT)
        .setParameter("id", id)
        .setParameter("kind", kind)
        .setParameter("author", author)
        .setParameter("now", now)
        .executeUpdate();
    return new Operation(id, kind, author, now);
  }

  void insert(UUID id, String kind, String author, IdempotencyKey key, byte[] fingerprint) {
    entities
        .createNativeQuery(INSERT_WITH_KEY)
        .setParameter("id", id)
        .setParameter("kind", kind)
        .setParameter("author", author)
        .setParameter("now", clock.instant())
        .setParameter("key", key.value())
        .setParameter("fingerprint", fingerprint)
        .executeUpdate();
  }

  Operation byKey(String author, IdempotencyKey key) {
    return entities
        .createQuery(
            "select o from Operation o where o.author = :author and o.idempotencyKey = :key",
            Operation.class)
        .setParameter("author", author)
        .setParameter("key", key.value())
        .getSingleResult();
  }

  boolean hold(UUID id, String kind, String author) {
    Object status =
        entities
            .createNativeQuery(HOLD)
            .setParameter("id", id)
            .setParameter("kind", kind)
            .setParameter("author", author)
            .setParameter("now", clock.instant())
            .getSingleResult();
    return !status.equals("succeeded");
  }

  void reopen(UUID id) {
    entities.createNativeQuery(REOPEN).setParameter("id", id).executeUpdate();
  }

  void settle(
      UUID id,
      String kind,
      String author,
      String status,
      @Nullable String resource,
      @Nullable String error) {
    entities
        .createNativeQuery(SETTLE)
        .setParameter("id", id)
        .setParameter("kind", kind)
        .setParameter("author", author)
        .setParameter("status", status)
        .setParameter("resource", resource)
        .setParameter("error", error)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
