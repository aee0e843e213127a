package dev.switchboard.bus;

import static java.util.stream.Collectors.toSet;

import dev.switchboard.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes down in operations what becomes of their commands. */
@ApplicationScoped
@Transactional
class OutcomeRepository {
  private static final String HOLD =
      "select id, status, error from operation where id = any(?) order by id for no key update";

  /** For rows that the database lost, as it may those without a key. */
  private static final String HOLD_ANEW =
      """
      insert into operation as o (created_at, id, kind, author, user_id, status)
      select ?, command.*, 'pending' from unnest(?, ?, ?, ?) as command
      on conflict (id) do update set status = o.status
      returning id, status, error
      """;

  private static final String SETTLE =
      """
      insert into operation as o (created_at, id, kind, author, status, resource, error)
      select ?, command.* from unnest(?, ?, ?, ?, ?, ?) as command
      on conflict (id) do update
        set status = excluded.status, resource = excluded.resource, error = excluded.error
        where o.status <> 'succeeded'
          and (o.status, o.error) is distinct from (excluded.status, excluded.error)
      """;

  /** A row says so even before the command comes again, in whatever message that is. */
  private static final String MARK_FAILURE =
      "update operation set error = ? where id = ? and status = 'pending'";

  private static final String REOPEN =
      """
      update operation set status = 'pending', error = ?
      where id = ? and status = 'failed' and error = ?
      """;

  private static final String REFUSE =
      "update operation set error = ? where id = ? and status = 'failed' and error = ?";

  /** An operation as the database tells of it. */
  private record Row(UUID id, String status, @Nullable String error) {

    /** One that was given up may come again, when its dead letter is sent back. */
    boolean isSettled() {
      return switch (status) {
        case "succeeded" -> true;
        case "failed" -> !Operation.GIVEN_UP.equals(error);
        default -> false;
      };
    }

    /** Whether it failed before, and may still succeed. */
    boolean hasFailed() {
      return !isSettled() && error != null;
    }

    static Row of(ResultSet row) throws SQLException {
      return new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3));
    }
  }

  private final Sql sql;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  OutcomeRepository() {
    this(null, null);
  }

  @Inject
  OutcomeRepository(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Locks the rows of commands, makes those that are missing; what they tell. */
  Held hold(List<Envelope.Known> commands) {
    Map<UUID, Row> held = new HashMap<>();
    sql.query(HOLD, Row::of, KnownColumns.ids(commands)).forEach(row -> held.put(row.id(), row));
    List<Envelope.Known> missing =
        commands.stream().filter(each -> !held.containsKey(each.id())).toList();
    if (!missing.isEmpty()) {
      sql.query(
              HOLD_ANEW,
              Row::of,
              clock.instant(),
              KnownColumns.ids(missing),
              KnownColumns.kinds(missing),
              KnownColumns.authors(missing),
              KnownColumns.userIds(missing))
          .forEach(row -> held.put(row.id(), row));
    }
    return new Held(ids(held, Row::isSettled), ids(held, Row::hasFailed));
  }

  private static Set<UUID> ids(Map<UUID, Row> rows, Predicate<Row> which) {
    return rows.values().stream().filter(which).map(Row::id).collect(toSet());
  }

  void settle(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    List<Envelope.Known> commands =
        outcomes.stream().map(each -> Envelope.Known.of(each.command())).toList();
    sql.update(
        SETTLE,
        clock.instant(),
        KnownColumns.ids(commands),
        KnownColumns.kinds(commands),
        KnownColumns.authors(commands),
        KnownColumns.texts(outcomes, Outcome::status),
        KnownColumns.texts(outcomes, Outcome::resource),
        KnownColumns.texts(outcomes, Outcome::error));
  }

  /** False where it has succeeded, or is written down already. */
  boolean fail(Envelope.Known command, String error) {
    List<Envelope.Known> one = List.of(command);
    int changed =
        sql.update(
            SETTLE,
            clock.instant(),
            KnownColumns.ids(one),
            KnownColumns.kinds(one),
            KnownColumns.authors(one),
            new String[] {"failed"},
            new String[] {null},
            new String[] {error});
    return changed > 0;
  }

  void markFailure(UUID id) {
    sql.update(MARK_FAILURE, Operation.FAILED_BEFORE, id);
  }

  void reopen(UUID id) {
    sql.update(REOPEN, Operation.FAILED_BEFORE, id, Operation.GIVEN_UP);
  }

  /** Lets one that was given up never be carried out; any other stays as it is. */
  void refuse(UUID id, String reason) {
    sql.update(REFUSE, reason, id, Operation.GIVEN_UP);
  }
}
