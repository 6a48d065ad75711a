package org.safehand.store.sample;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TreeWriter;

/** The sequencer's part, played with its own role and by the same kernel classes. */
public final class TestPublisher {
  private static final String ORIGIN = "safehand.example.org/log";

  private final TestStore store;
  private final TreeWriter tree = new TreeWriter();
  private final LogKey key = LogKey.generate(ORIGIN, new SecureRandom());

  public TestPublisher(TestStore store) {
    this.store = store;
  }

  /** What verifies the checkpoints. */
  public LogKey key() {
    return key;
  }

  /** Sequences, publishes and witnesses everything that is recorded. */
  public SignedNote publish() throws SQLException {
    try (Connection connection = store.database().as("safehand_sequencer").getConnection()) {
      sequence(connection);
      TreeWriter.Growth growth = tree.takeGrowth();
      for (Tile tile : growth.tiles()) {
        run(
            connection,
            "insert into log_tile values (?, ?, ?, ?) on conflict do nothing",
            tile.id().level(),
            tile.id().index(),
            tile.id().width(),
            tile.bytes());
      }
      for (EntryBundle bundle : growth.bundles()) {
        run(
            connection,
            "insert into log_entries values (?, ?, ?) on conflict do nothing",
            bundle.id().index(),
            bundle.id().width(),
            bundle.bytes());
      }
      SignedNote note = key.sign(new Checkpoint(ORIGIN, tree.size(), tree.root()));
      for (String table : new String[] {"log_checkpoint", "log_witnessed"}) {
        run(
            connection,
            "insert into " + table + " values (?, ?, now()) on conflict do nothing",
            tree.size(),
            note.toString());
      }
      return note;
    }
  }

  private void sequence(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select leaf, leaf_hash from custody_event where log_index is null"
                    + " order by recorded_at, case_id, case_sequence");
        var rows = query.executeQuery()) {
      while (rows.next()) {
        run(
            connection,
            "update custody_event set log_index = ? where leaf_hash = ?",
            tree.size(),
            rows.getBytes(2));
        tree.append(rows.getBytes(1));
      }
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
