package org.safehand.sequencer.database;

import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.custody.tree.TreeWriter;

/**
 * One connection to the tables of the log, one transaction at a time: everything since the last
 * {@link #commit} or {@link #rollback} is kept or dropped together.
 */
public final class LogDatabase implements AutoCloseable {
  /** Any number that no other use of advisory locks in this database takes. */
  private static final long LOCK = 0x5afe_4a4d_0001L;

  private static final String PENDING =
      "select e.event_id, e.case_id, e.case_sequence, e.leaf, e.leaf_hash, e.node_id,"
          + " e.node_signature, e.case_sequence = 0 or exists (select from custody_event p"
          + " where p.case_id = e.case_id and p.case_sequence = e.case_sequence - 1"
          + " and p.log_index is not null)"
          + " from custody_event e where e.log_index is null and e.event_id <> all (?)"
          + " order by e.recorded_at, e.case_id, e.case_sequence limit ?";

  private final Connection connection;

  private LogDatabase(Connection connection) {
    this.connection = connection;
  }

  public static LogDatabase open(String url, String user, String password) throws SQLException {
    Connection connection = DriverManager.getConnection(url, user, password);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return new LogDatabase(connection);
  }

  /** Tries to become the only sequencer of this database, for as long as the connection lives. */
  public boolean tryLock() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      query.setLong(1, LOCK);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } finally {
      connection.commit();
    }
  }

  public TileSource tiles() {
    return new JdbcTiles(connection);
  }

  public Optional<LogHead> head() throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select size, root from log_head")) {
      return row.next()
          ? Optional.of(new LogHead(row.getLong(1), Digest.ofBytes(row.getBytes(2))))
          : Optional.empty();
    }
  }

  /** The checkpoint of {@code size}, as stored. */
  public Optional<String> checkpoint(long size) throws SQLException {
    return note("select note from log_checkpoint where size = ?", size);
  }

  private Optional<String> note(String sql, long size) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, size);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** The newest checkpoint, as stored. */
  public Optional<String> newestCheckpoint() throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery("select note from log_checkpoint order by size desc limit 1")) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  /** The checkpoint of {@code size} as it is kept as witnessed. */
  public Optional<String> witnessed(long size) throws SQLException {
    return note("select note from log_witnessed where size = ?", size);
  }

  /** Pending events other than {@code held}, the oldest first, at most {@code limit}. */
  public List<PendingEvent> pending(Collection<UUID> held, int limit) throws SQLException {
    Array ids = connection.createArrayOf("uuid", held.toArray());
    List<PendingEvent> events = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(PENDING)) {
      query.setArray(1, ids);
      query.setInt(2, limit);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          events.add(
              new PendingEvent(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getLong(3),
                  row.getBytes(4),
                  Digest.ofBytes(row.getBytes(5)),
                  row.getString(6),
                  row.getBytes(7),
                  row.getBoolean(8)));
        }
      }
    }
    return events;
  }

  /** Gives {@code events} the indexes from {@code firstIndex}; false if any has one already. */
  public boolean assign(List<PendingEvent> events, long firstIndex) throws SQLException {
    UUID[] ids = new UUID[events.size()];
    Long[] indexes = new Long[events.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = events.get(i).eventId();
      indexes[i] = firstIndex + i;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update custody_event e set log_index = v.log_index"
                + " from unnest(?, ?) as v (event_id, log_index)"
                + " where e.event_id = v.event_id and e.log_index is null")) {
      update.setArray(1, connection.createArrayOf("uuid", ids));
      update.setArray(2, connection.createArrayOf("bigint", indexes));
      return update.executeUpdate() == ids.length;
    }
  }

  /** Adds what a tree of {@code oldSize} grew to, as far as that tree did not have it. */
  public void addGrowth(TreeWriter.Growth growth, long oldSize) throws SQLException {
    TreeLayout old = new TreeLayout(oldSize);
    addTiles(
        growth.tiles().stream()
            .filter(
                tile ->
                    !old.tile(tile.id().level(), tile.id().index()).equals(Optional.of(tile.id())))
            .toList());
    addBundles(
        growth.bundles().stream()
            .filter(bundle -> !old.bundle(bundle.id().index()).equals(Optional.of(bundle.id())))
            .toList());
  }

  /** Adds {@code tiles} and drops the narrower ones of the same places. */
  private void addTiles(List<Tile> tiles) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into log_tile (level, tile_index, width, bytes) values (?, ?, ?, ?)");
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from log_tile where level = ? and tile_index = ? and width < ?")) {
      for (Tile tile : tiles) {
        for (PreparedStatement statement : List.of(insert, delete)) {
          statement.setInt(1, tile.id().level());
          statement.setLong(2, tile.id().index());
          statement.setInt(3, tile.id().width());
        }
        insert.setBytes(4, tile.bytes());
        insert.addBatch();
        delete.addBatch();
      }
      insert.executeBatch();
      delete.executeBatch();
    }
  }

  /** Adds {@code bundles} and drops the narrower ones of the same places. */
  private void addBundles(List<EntryBundle> bundles) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into log_entries (bundle_index, width, bytes) values (?, ?, ?)");
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from log_entries where bundle_index = ? and width < ?")) {
      for (EntryBundle bundle : bundles) {
        for (PreparedStatement statement : List.of(insert, delete)) {
          statement.setLong(1, bundle.id().index());
          statement.setInt(2, bundle.id().width());
        }
        insert.setBytes(3, bundle.bytes());
        insert.addBatch();
        delete.addBatch();
      }
      insert.executeBatch();
      delete.executeBatch();
    }
  }

  /** Sets the head of a log that has none. */
  public void createHead(LogHead head) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into log_head (id, size, root) values (1, ?, ?)")) {
      insert.setLong(1, head.size());
      insert.setBytes(2, head.root().bytes());
      insert.executeUpdate();
    }
  }

  /** Moves the head from {@code old} to {@code next}; false if it is not {@code old} any more. */
  public boolean moveHead(LogHead old, LogHead next) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update log_head set size = ?, root = ? where id = 1 and size = ? and root = ?")) {
      update.setLong(1, next.size());
      update.setBytes(2, next.root().bytes());
      update.setLong(3, old.size());
      update.setBytes(4, old.root().bytes());
      return update.executeUpdate() == 1;
    }
  }

  public void addCheckpoint(long size, SignedNote note, Instant publishedAt) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into log_checkpoint (size, note, published_at) values (?, ?, ?)")) {
      insert.setLong(1, size);
      insert.setString(2, requireNonNull(note, "note is null").toString());
      insert.setObject(3, publishedAt.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /** Keeps {@code note}, a published checkpoint that the quorum has cosigned. */
  public void addWitnessed(long size, SignedNote note, Instant witnessedAt) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into log_witnessed (size, note, witnessed_at) values (?, ?, ?)"
                + " on conflict do nothing")) {
      insert.setLong(1, size);
      insert.setString(2, requireNonNull(note, "note is null").toString());
      insert.setObject(3, witnessedAt.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /** What was lost when the database was set back. */
  public LostLeaves lost() {
    return new LostLeaves(connection);
  }

  public void commit() throws SQLException {
    connection.commit();
  }

  public void rollback() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
