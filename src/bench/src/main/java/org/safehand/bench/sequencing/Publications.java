package org.safehand.bench.sequencing;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches the published checkpoints as a reader of the database sees them: when it first saw each
 * size. It looks every 2 ms, so what it says is late by that much at most, and never early.
 */
final class Publications {
  private static final long LOOK_NANOS = 2_000_000;
  private static final String NEWEST = "select size from log_checkpoint order by size desc limit 1";

  private final Connection connection;
  private final NavigableMap<Long, Long> seen = new TreeMap<>();

  Publications(Connection connection) {
    this.connection = requireNonNull(connection, "connection is null");
  }

  /** Watches until {@code size} events are published or {@code deadline} (nanoTime) has passed. */
  void watch(WantedSize size, long deadline) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
      long newest = 0;
      while (newest < size.wanted() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(LOOK_NANOS);
        try (ResultSet row = query.executeQuery()) {
          newest = row.next() ? row.getLong(1) : 0;
        }
        seen.putIfAbsent(newest, System.nanoTime());
      }
    }
  }

  /** How many must be published; may change while one waits. */
  @FunctionalInterface
  interface WantedSize {
    long wanted();
  }

  /** When (nanoTime) the event with index {@code logIndex} was first seen published. */
  OptionalLong seen(long logIndex) {
    Map.Entry<Long, Long> first = seen.higherEntry(logIndex);
    return first == null ? OptionalLong.empty() : OptionalLong.of(first.getValue());
  }
}
