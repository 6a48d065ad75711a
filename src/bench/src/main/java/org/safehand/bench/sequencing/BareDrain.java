package org.safehand.bench.sequencing;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The peer: gives pending events their indexes and does nothing else. No signature is looked at, no
 * tile written, nothing signed.
 */
final class BareDrain {
  private static final int ROUND = 1000;
  private static final String ASSIGN =
      "update custody_event e set log_index = v.log_index from (select event_id,"
          + " ? + row_number() over (order by recorded_at, case_id, case_sequence) as log_index"
          + " from custody_event where log_index is null"
          + " order by recorded_at, case_id, case_sequence limit ?) v"
          + " where e.event_id = v.event_id and e.log_index is null";

  private final Connection connection;
  private long size;

  /**
   * @param size how many have an index
   */
  BareDrain(Connection connection, long size) {
    this.size = size;
    this.connection = requireNonNull(connection, "connection is null");
  }

  /** Drains everything that is pending, {@value #ROUND} events a transaction. */
  void run() throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement assign = connection.prepareStatement(ASSIGN)) {
      int assigned = ROUND;
      while (assigned == ROUND) {
        assign.setLong(1, size - 1);
        assign.setInt(2, ROUND);
        assigned = assign.executeUpdate();
        connection.commit();
        size += assigned;
      }
    }
  }
}
