package org.safehand.sequencer.database;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.restore.LossDigest;

/**
 * The leaves that the log committed to and whose events the database does not have any more, and
 * when that was found.
 */
public final class LostLeaves {
  private static final String ASSIGN =
      "update custody_event e set log_index = v.log_index"
          + " from unnest(?, ?) as v (leaf, log_index)"
          + " where e.leaf_hash = sha256('\\x00'::bytea || v.leaf) and e.leaf = v.leaf"
          + " and e.log_index is null returning e.log_index";

  private static final String LOSE =
      "insert into log_lost (log_index, leaf, leaf_hash, tag, noticed_at) values (?, ?, ?, ?, ?)";

  private final Connection connection;

  LostLeaves(Connection connection) {
    this.connection = requireNonNull(connection, "connection is null");
  }

  /**
   * Gives the pending events that have these leaves their indexes, and keeps the leaves of which
   * there is no event as lost.
   *
   * @param leaves the leaves from index {@code firstIndex}
   * @param loss takes those that are lost
   */
  public void add(List<BlindLeaf> leaves, long firstIndex, Instant noticedAt, LossDigest loss)
      throws SQLException {
    Set<Long> found = assign(leaves, firstIndex);
    try (PreparedStatement insert = connection.prepareStatement(LOSE)) {
      for (int i = 0; i < leaves.size(); i++) {
        if (found.contains(firstIndex + i)) {
          continue;
        }
        BlindLeaf leaf = leaves.get(i);
        loss.add(firstIndex + i, leaf.leafHash());
        insert.setLong(1, firstIndex + i);
        insert.setBytes(2, leaf.bytes());
        insert.setBytes(3, leaf.leafHash().bytes());
        insert.setBytes(4, leaf.tag().bytes());
        insert.setObject(5, noticedAt.atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private Set<Long> assign(List<BlindLeaf> leaves, long firstIndex) throws SQLException {
    byte[][] bytes = new byte[leaves.size()][];
    Long[] indexes = new Long[leaves.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = leaves.get(i).bytes();
      indexes[i] = firstIndex + i;
    }
    Set<Long> found = new HashSet<>();
    try (PreparedStatement update = connection.prepareStatement(ASSIGN)) {
      update.setArray(1, connection.createArrayOf("bytea", bytes));
      update.setArray(2, connection.createArrayOf("bigint", indexes));
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          found.add(row.getLong(1));
        }
      }
    }
    return found;
  }

  /** Records the restore that {@code statement} tells of; {@code note} is that, signed. */
  public void addRestore(RestoreStatement statement, SignedNote note) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into log_restore (first_index, lost, size, root, restored_at, note)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, statement.firstIndex());
      insert.setLong(2, statement.lost());
      insert.setLong(3, statement.size());
      insert.setBytes(4, statement.root().bytes());
      insert.setObject(5, statement.time().atOffset(ZoneOffset.UTC));
      insert.setString(6, note.toString());
      insert.executeUpdate();
    }
  }
}
