package dev.switchboard.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the installation under test: system property {@code switchboard.db.url}. */
public record TestDatabase(DataSource dataSource) {

  public static TestDatabase ofInstallation() {
    return at(System.getProperty("switchboard.db.url", "jdbc:postgresql://localhost/switchboard"));
  }

  /** The same database, in a schema of its own. */
  static TestDatabase inSchema(String schema) {
    PGSimpleDataSource source = (PGSimpleDataSource) ofInstallation().dataSource();
    source.setCurrentSchema(schema);
    return new TestDatabase(source);
  }

  private static TestDatabase at(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return new TestDatabase(source);
  }

  /** Runs a statement; how many rows it touched. */
  public int execute(String statement, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = prepare(connection, statement, parameters)) {
      prepared.execute();
      return prepared.getUpdateCount();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether there is such a row.
   *
   * @param from the query behind its columns
   */
  public boolean holds(String from) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement("select 1 " + from)) {
      return !firstColumn(prepared).isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * How a query would be answered if tables were too large to be read through.
   *
   * @param query as the server sends it; its parameters may have names
   */
  public String plan(String query, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      connection.createStatement().execute("set enable_seqscan = off; set enable_bitmapscan = off");
      try (PreparedStatement prepared =
          prepare(connection, "explain " + query.replaceAll(":\\w+", "?"), parameters)) {
        return String.join("\n", firstColumn(prepared));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> firstColumn(PreparedStatement prepared) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows = prepared.executeQuery()) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  private static PreparedStatement prepare(
      Connection connection, String statement, Object... parameters) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    for (int i = 0; i < parameters.length; i++) {
      prepared.setObject(i + 1, parameters[i]);
    }
    return prepared;
  }
}
