package org.safehand.bench.recording;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.Ids;

/**
 * The floor: what any recorder must ask of the database for a chain a case. The four statements of
 * ours, with bytes that lie ready; nothing hashed, encrypted or signed, no entity made.
 */
final class BareChain implements Writers.Append {
  private static final String LOCK =
      "select next_sequence, head_leaf from custody_case where case_id = ? for update";
  private static final String KEYS = "select wrapped from case_key where case_id = ?";
  private static final String APPEND =
      "with head as (update custody_case set next_sequence = ?, head_leaf = ? where case_id = ?)"
          + " insert into custody_event (event_id, case_id, case_sequence, type, recorded_at, leaf,"
          + " leaf_hash, sealed_body, node_id, node_signature) values (?,?,?,?,?,?,?,?,?,?)";
  private static final int SIGNATURE = 64;

  private final Connection connection;
  private final PreparedStatement lock;
  private final PreparedStatement keys;
  private final PreparedStatement append;
  private final List<CaseId> cases;
  private final Ids ids;

  /**
   * @param cases chains that have been begun
   * @param bodyLength bytes of a sealed body
   */
  BareChain(Connection connection, List<CaseId> cases, Ids ids, int bodyLength)
      throws SQLException {
    this.connection = requireNonNull(connection, "connection is null");
    this.cases = List.copyOf(cases);
    this.ids = requireNonNull(ids, "ids is null");
    connection.setAutoCommit(false);
    this.lock = connection.prepareStatement(LOCK);
    this.keys = connection.prepareStatement(KEYS);
    this.append = connection.prepareStatement(APPEND);
    append.setString(7, "intake");
    append.setBytes(9, random(BlindLeaf.LENGTH));
    append.setBytes(11, random(bodyLength));
    append.setString(12, "gateway-1");
    append.setBytes(13, random(SIGNATURE));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }

  @Override
  public void append() throws SQLException {
    UUID chain = cases.get(ThreadLocalRandom.current().nextInt(cases.size())).value();
    long sequence = locked(chain);
    keys(chain);
    byte[] leafHash = random(Digest.LENGTH);
    append.setLong(1, sequence + 1);
    append.setBytes(2, leafHash);
    append.setObject(3, chain);
    append.setObject(4, ids.event());
    append.setObject(5, chain);
    append.setLong(6, sequence);
    append.setObject(8, Instant.now().atOffset(ZoneOffset.UTC));
    append.setBytes(10, leafHash);
    append.executeUpdate();
    connection.commit();
  }

  private long locked(UUID chain) throws SQLException {
    lock.setObject(1, chain);
    try (ResultSet row = lock.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void keys(UUID chain) throws SQLException {
    keys.setObject(1, chain);
    try (ResultSet row = keys.executeQuery()) {
      while (row.next()) {
        row.getBytes(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
