package dev.switchboard.bus;

import dev.switchboard.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens operations, at the door, and finds them. */
@ApplicationScoped
@Transactional
class OperationRepository {
  /**
   * A row without a key may be lost with the database's last half second: the command itself is in
   * the queue, and settling writes the row anew. So its commit does not wait for the disk.
   */
  private static final String INSERT =
      """
      insert into operation (id, kind, author, user_id, status, created_at)
      select command.*, 'pending', ?
      from set_config('synchronous_commit', 'off', true), unnest(?, ?, ?, ?) as command
      """;

  private static final String INSERT_WITH_KEY =
      """
      insert into operation
        (id, kind, author, user_id, status, created_at, idempotency_key, fingerprint)
      values (?, ?, ?, ?, 'pending', ?, ?, ?)
      on conflict (author, idempotency_key) where idempotency_key is not null do nothing
      """;

  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  private final Sql sql;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  OperationRepository() {
    this(null, null);
  }

  @Inject
  OperationRepository(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Optional<Operation> find(UUID id) {
    return Optional.ofNullable(entities.find(Operation.class, id));
  }

  /** One statement is a transaction of its own: no other is begun for it. */
  @Transactional(Transactional.TxType.SUPPORTS)
  void insert(List<Envelope.Known> commands) {
    sql.update(
        INSERT,
        clock.instant(),
        KnownColumns.ids(commands),
        KnownColumns.kinds(commands),
        KnownColumns.authors(commands),
        KnownColumns.userIds(commands));
  }

  void insert(Envelope.Known command, IdempotencyKey key, byte[] fingerprint) {
    sql.update(
        INSERT_WITH_KEY,
        command.id(),
        command.kind(),
        command.author(),
        command.userId(),
        clock.instant(),
        key.value(),
        fingerprint);
  }

  Optional<Operation> findByKey(String author, IdempotencyKey key) {
    return entities
        .createQuery(
            "select o from Operation o where o.author = :author and o.idempotencyKey = :key",
            Operation.class)
        .setParameter("author", author)
        .setParameter("key", key.value())
        .getResultStream()
        .findFirst();
  }
}
