package dev.switchboard.platform.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements by JDBC, in the transaction of the caller; without one each is its own. It is for
 * statements over many rows at once: a parameter may be an array, for {@code unnest}.
 */
@ApplicationScoped
public class Sql {

  /** Reads one row of a result. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Resource(lookup = "jdbc/switchboard")
  @SuppressWarnings("NullAway.Init")
  private DataSource dataSource;

  /**
   * The rows of a query, or of a statement that returns some.
   *
   * @throws PersistenceException caused by the database's exception
   */
  public <T> List<T> query(String text, Row<T> row, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection, text, parameters);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row.read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /**
   * Runs a statement that returns no rows.
   *
   * @return how many rows it changed
   * @throws PersistenceException caused by the database's exception
   */
  public int update(String text, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection, text, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /** The moment in a column of type {@code timestamptz}. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static PreparedStatement prepare(
      Connection connection, String text, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, bound(connection, parameters[i]));
    }
    return statement;
  }

  private static @Nullable Object bound(Connection connection, @Nullable Object value)
      throws SQLException {
    if (value instanceof Instant moment) {
      return moment.atOffset(ZoneOffset.UTC);
    }
    return value instanceof Object[] values
        ? connection.createArrayOf(ArrayType.of(values), texts(values))
        : value;
  }

  private static @Nullable Object[] texts(@Nullable Object[] values) {
    return values instanceof Instant[]
        ? Arrays.stream(values).map(String::valueOf).toArray()
        : values;
  }
}
