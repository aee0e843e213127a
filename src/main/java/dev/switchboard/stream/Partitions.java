package dev.switchboard.stream;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * The partitions of kinds whose entries are kept for a time: one for each day in UTC. Each is made
 * or dropped in a short transaction of its own, by one node at a time, and never keeps who writes
 * waiting for longer than {@code lock_timeout}.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
class Partitions {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private static final String DAYS =
      """
      select right(child.relname, 8)
      from pg_inherits join pg_class child on child.oid = inhrelid
      where inhparent = cast(? as regclass)
      """;

  private static final String WAIT_FOR_TURN = "select pg_advisory_xact_lock(2, 0)";
  private static final String TAKE_TURN = "select pg_try_advisory_xact_lock(2, 0)";
  private static final String NEVER_BLOCK_LONG = "set local lock_timeout = '100ms'";

  /** To make a table first and attach it then keeps nobody from writing meanwhile. */
  private static final String CREATE =
      """
      create table %1$s (like %2$s including defaults including constraints);
      alter table %2$s attach partition %1$s for values from ('%3$sT00:00Z') to ('%4$sT00:00Z');
      """;

  @Resource(lookup = "jdbc/switchboard")
  private DataSource dataSource;

  @SuppressWarnings("NullAway.Init")
  Partitions() {}

  Partitions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The time by the database's clock, which entries are stored by. */
  Instant now() {
    return run(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
          }
        });
  }

  /** The days that have a partition. */
  Set<LocalDate> days(String kind) {
    return run(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(DAYS)) {
            query.setString(1, table(kind));
            return daysIn(query);
          }
        });
  }

  private static Set<LocalDate> daysIn(PreparedStatement query) throws SQLException {
    Set<LocalDate> days = new TreeSet<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        days.add(LocalDate.parse(rows.getString(1), DAY));
      }
    }
    return days;
  }

  /** Makes the partition of a day, unless another node has done so; waits for its turn. */
  void create(String kind, LocalDate day) {
    String create = CREATE.formatted(table(kind, day), table(kind), day, day.plusDays(1));
    run(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(WAIT_FOR_TURN);
            statement.execute(NEVER_BLOCK_LONG);
            return isTrue(statement, "select to_regclass('" + table(kind, day) + "') is null")
                && statement.execute(create);
          }
        });
  }

  /** Drops the partition of a day; false where another node is at work. */
  boolean drop(String kind, LocalDate day) {
    return run(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            if (!isTrue(statement, TAKE_TURN)) {
              return false;
            }
            statement.execute(NEVER_BLOCK_LONG);
            statement.execute("drop table if exists " + table(kind, day));
            return true;
          }
        });
  }

  private static boolean isTrue(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static String table(String kind) {
    return "stream_entry_" + kind;
  }

  private static String table(String kind, LocalDate day) {
    return table(kind) + "_" + DAY.format(day);
  }

  /** What is done in one transaction. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw ProblemException.unavailable(e);
    }
  }
}
