package org.safehand.bench.recording;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.referral.id.Ids;

/**
 * The peer: the row of an event as a plain table would take it. One insert, one transaction, one
 * primary key, nothing computed.
 */
final class PlainInsert implements Writers.Append {
  static final String TABLE =
      "create table bench_plain (event_id uuid primary key, case_id uuid, case_sequence bigint,"
          + " type text, recorded_at timestamptz, leaf bytea, leaf_hash bytea, sealed_body bytea,"
          + " node_id text, node_signature bytea)";
  private static final String INSERT = "insert into bench_plain values (?,?,?,?,?,?,?,?,?,?)";
  private static final int HASH = 32;
  private static final int SIGNATURE = 64;

  private final Connection connection;
  private final PreparedStatement insert;
  private final Ids ids;

  /**
   * @param bodyLength bytes of a sealed body
   */
  PlainInsert(Connection connection, Ids ids, int bodyLength) throws SQLException {
    this.connection = connection;
    this.insert = connection.prepareStatement(INSERT);
    this.ids = ids;
    insert.setObject(2, UUID.randomUUID());
    insert.setLong(3, 1);
    insert.setString(4, "intake");
    insert.setBytes(6, random(BlindLeaf.LENGTH));
    insert.setBytes(7, random(HASH));
    insert.setBytes(8, random(bodyLength));
    insert.setString(9, "gateway-1");
    insert.setBytes(10, random(SIGNATURE));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @Override
  public void append() throws SQLException {
    insert.setObject(1, ids.event());
    insert.setObject(5, Instant.now().atOffset(ZoneOffset.UTC));
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
