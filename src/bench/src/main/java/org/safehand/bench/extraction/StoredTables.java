package org.safehand.bench.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.safehand.bench.log.GeneratedLog;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.referral.id.CaseId;

/**
 * Puts a generated log into the tables that the sequencer fills: tiles, entries, checkpoint, and a
 * row for every event. Rows of other cases have short random contents that nothing opens.
 */
final class StoredTables {
  private static final String TILE =
      "insert into log_tile (level, tile_index, width, bytes) values (?, ?, ?, ?)";
  private static final String BUNDLE =
      "insert into log_entries (bundle_index, width, bytes) values (?, ?, ?)";
  private static final String CHECKPOINT =
      "insert into log_checkpoint (size, note, published_at) values (?, ?, now())";
  private static final String WITNESSED =
      "insert into log_witnessed (size, note, witnessed_at) values (?, ?, now())";
  private static final String PLACE =
      "update custody_event set log_index = ? where case_id = ? and case_sequence = ?";
  private static final String OTHERS =
      "insert into custody_event (event_id, case_id, case_sequence, type, recorded_at, leaf,"
          + " leaf_hash, sealed_body, node_id, node_signature, log_index)"
          + " select gen_random_uuid(), gen_random_uuid(), 0, 'intake', now(),"
          + " decode(repeat(md5(i::text), 9), 'hex'), sha256(int8send(i)),"
          + " decode(repeat(md5(i::text), 8), 'hex'), 'gateway-1',"
          + " decode(repeat(md5(i::text), 4), 'hex'), i"
          + " from generate_series(0::bigint, ? - 1) i"
          + " where i not in (select log_index from custody_event where log_index is not null)";
  private static final int BATCH = 200;

  private final Connection connection;
  private final GeneratedLog log;

  StoredTables(Connection connection, GeneratedLog log) {
    this.connection = requireNonNull(connection, "connection is null");
    this.log = requireNonNull(log, "log is null");
  }

  /** Stores the log; the events of {@code own} are those that were spread over it. */
  void fill(CaseId own, int events) throws SQLException, IOException {
    connection.setAutoCommit(false);
    tiles();
    bundles();
    checkpoint(CHECKPOINT);
    checkpoint(WITNESSED);
    places(own, events);
    try (PreparedStatement others = connection.prepareStatement(OTHERS)) {
      others.setLong(1, log.checkpoint().size());
      others.executeUpdate();
    }
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }

  private void tiles() throws SQLException, IOException {
    List<TileId> ids = new TreeLayout(log.checkpoint().size()).tiles().toList();
    try (PreparedStatement insert = connection.prepareStatement(TILE)) {
      for (int i = 0; i < ids.size(); i++) {
        TileId id = ids.get(i);
        insert.setInt(1, id.level());
        insert.setLong(2, id.index());
        insert.setInt(3, id.width());
        insert.setBytes(4, read(id.path()));
        add(insert, i);
      }
      insert.executeBatch();
    }
  }

  private void bundles() throws SQLException, IOException {
    List<BundleId> ids = log.bundles();
    try (PreparedStatement insert = connection.prepareStatement(BUNDLE)) {
      for (int i = 0; i < ids.size(); i++) {
        BundleId id = ids.get(i);
        insert.setLong(1, id.index());
        insert.setInt(2, id.width());
        insert.setBytes(3, read(id.path()));
        add(insert, i);
      }
      insert.executeBatch();
    }
  }

  private static void add(PreparedStatement insert, int number) throws SQLException {
    insert.addBatch();
    if (number % BATCH == BATCH - 1) {
      insert.executeBatch();
    }
  }

  private void checkpoint(String sql) throws SQLException, IOException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, log.checkpoint().size());
      insert.setString(2, new String(read("checkpoint"), UTF_8));
      insert.executeUpdate();
    }
  }

  private void places(CaseId own, int events) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(PLACE)) {
      for (int i = 0; i < events; i++) {
        update.setLong(1, GeneratedLog.indexOf(i, events, log.checkpoint().size()));
        update.setObject(2, own.value());
        update.setLong(3, i);
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private byte[] read(String path) throws IOException {
    return Files.readAllBytes(log.folder().resolve(path));
  }
}
