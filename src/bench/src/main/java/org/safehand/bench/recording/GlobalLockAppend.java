package org.safehand.bench.recording;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The other peer: one chain for everything. The writer takes a lock that there is once, reads the
 * head, appends, moves the head, commits.
 */
final class GlobalLockAppend implements Writers.Append {
  static final String TABLE =
      "create table bench_head (id int primary key, size bigint);"
          + " insert into bench_head values (1, 0)";

  private final Connection connection;
  private final PlainInsert insert;

  GlobalLockAppend(Connection connection, PlainInsert insert) {
    this.connection = connection;
    this.insert = insert;
  }

  @Override
  public void append() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(1)");
      statement.execute("select size from bench_head where id = 1");
      insert.append();
      statement.execute("update bench_head set size = size + 1 where id = 1");
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
