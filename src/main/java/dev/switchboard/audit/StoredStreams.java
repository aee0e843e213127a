package dev.switchboard.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads from the database what streams hold. */
public final class StoredStreams {
  private static final int ROWS_AT_ONCE = 10_000;
  private static final String HEAD =
      "select coalesce((select last_number from stream where name = ?), 0)";
  private static final String ENTRIES =
      """
      select number, id, pushed from stream_entry
      where kind = ? and stream = ? and number > 0 and number <= ? order by number
      """;

  private final Connection connection;

  /**
   * Streams in the database that a connection leads to.
   *
   * @param connection without automatic commits, so that rows come a few at a time
   */
  public StoredStreams(Connection connection) {
    this.connection = connection;
  }

  /** Reads a stream by its name, such as {@code chat:lobby}. */
  public StoredStream read(String name) throws SQLException {
    long head = head(name);
    StoredStream stored = new StoredStream(head);
    try (PreparedStatement query = connection.prepareStatement(ENTRIES)) {
      query.setFetchSize(ROWS_AT_ONCE);
      query.setString(1, name.substring(0, name.indexOf(':')));
      query.setString(2, name);
      query.setLong(3, head);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          stored.add(rows.getLong(1), rows.getString(2), rows.getBoolean(3));
        }
      }
    }
    return stored;
  }

  private long head(String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HEAD)) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
