package org.safehand.store.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.trust.LogTrust;

/** Plays the sequencer and the witness of a store, with their role and the kernel's classes. */
public final class TestLog {
  private final TestStore store;
  private final TreeWriter tree = new TreeWriter();
  private final LogKey key;

  public TestLog(TestStore store) {
    this.store = store;
    this.key = store.logKey();
  }

  /** Who signs, without witnesses. */
  public LogTrust trust() {
    return store.trust();
  }

  /** Gives everything pending an index and publishes it. */
  public SignedNote publish() throws SQLException {
    return publish(Integer.MAX_VALUE);
  }

  /** Publishes until the log has {@code size} entries, the oldest pending events first. */
  public SignedNote publish(long size) throws SQLException {
    try (Connection connection = connect()) {
      List<UUID> pending = pending(connection);
      for (UUID event : pending.subList(0, (int) Math.min(pending.size(), size - tree.size()))) {
        run(
            connection,
            "update custody_event set log_index = ? where event_id = ?",
            tree.size(),
            event);
        tree.append(leaf(connection, event));
      }
      SignedNote note = key.sign(new Checkpoint(key.name(), tree.size(), tree.root()));
      if (!pending.isEmpty()) {
        grow(connection);
        run(
            connection,
            "insert into log_checkpoint values (?, ?, now())",
            tree.size(),
            note.toString());
      }
      return note;
    }
  }

  private void grow(Connection connection) throws SQLException {
    TreeWriter.Growth growth = tree.takeGrowth();
    for (Tile tile : growth.tiles()) {
      run(
          connection,
          "insert into log_tile values (?, ?, ?, ?) on conflict do nothing",
          tile.id().level(),
          tile.id().index(),
          tile.id().width(),
          tile.bytes());
      run(
          connection,
          "delete from log_tile where level = ? and tile_index = ? and width < ?",
          tile.id().level(),
          tile.id().index(),
          tile.id().width());
    }
    for (EntryBundle bundle : growth.bundles()) {
      run(
          connection,
          "insert into log_entries values (?, ?, ?) on conflict do nothing",
          bundle.id().index(),
          bundle.id().width(),
          bundle.bytes());
      run(
          connection,
          "delete from log_entries where bundle_index = ? and width < ?",
          bundle.id().index(),
          bundle.id().width());
    }
    run(
        connection,
        "insert into log_head values (1, ?, ?) on conflict (id) do update"
            + " set size = excluded.size, root = excluded.root",
        tree.size(),
        tree.root().bytes());
  }

  /** Keeps {@code note} as cosigned by whom the quorum asks. */
  public void witness(SignedNote note) throws SQLException {
    try (Connection connection = connect()) {
      run(
          connection,
          "insert into log_witnessed values (?, ?, now())",
          Checkpoint.of(note).size(),
          note.toString());
    } catch (NoteException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Connection connect() throws SQLException {
    return store.database().as("safehand_sequencer").getConnection();
  }

  private static List<UUID> pending(Connection connection) throws SQLException {
    List<UUID> events = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select event_id from custody_event where log_index is null"
                    + " order by recorded_at, case_id, case_sequence");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        events.add(rows.getObject(1, UUID.class));
      }
    }
    return events;
  }

  private static byte[] leaf(Connection connection, UUID event) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select leaf from custody_event where event_id = ?")) {
      query.setObject(1, event);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBytes(1);
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
