package org.safehand.bench.sequencing;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safehand.bench.recording.SyntheticEvents;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.referral.id.Ids;

/**
 * Events as a node leaves them, signed, ready to be inserted in one go. Their bodies are random
 * bytes as long as sealed ones: the sequencer never sees a body.
 */
final class SignedRows {
  private static final int BODY = 1300;
  private static final int EVENTS_A_CASE = 20;
  private static final int BATCH = 500;
  private static final String INSERT =
      "insert into custody_event (event_id, case_id, case_sequence, type, recorded_at, leaf,"
          + " leaf_hash, sealed_body, node_id, node_signature) values (?,?,?,?,?,?,?,?,?,?)";

  private final NodeKey node;
  private final List<Row> rows;

  private record Row(UUID eventId, EventLink link, BlindLeaf leaf) {}

  private SignedRows(NodeKey node, List<Row> rows) {
    this.node = node;
    this.rows = rows;
  }

  /** {@code count} events of new cases, {@value #EVENTS_A_CASE} a case, signed by {@code node}. */
  static SignedRows make(int count, NodeKey node) {
    SecureRandom random = new SecureRandom();
    Ids ids = new Ids(Clock.systemUTC(), random);
    SyntheticEvents events = new SyntheticEvents(ids, Clock.systemUTC());
    LeafMaker leaves = new LeafMaker(random);
    TagKey tagKey = TagKey.random(random);
    List<Row> rows = new ArrayList<>(count);
    EventLink link = EventLink.first(ids.event());
    for (int i = 0; i < count; i++) {
      if (i % EVENTS_A_CASE == 0) {
        link = EventLink.first(ids.event());
      }
      RecordedEvent event = leaves.make(link, events.next(), tagKey);
      rows.add(new Row(event.event().header().eventId(), link, event.leaf()));
      link = link.next(event.leaf().leafHash());
    }
    return new SignedRows(node, rows);
  }

  /** Inserts all in one transaction; when it returns, all are pending at once. */
  void insert(Connection connection) throws SQLException {
    requireNonNull(connection, "connection is null").setAutoCommit(false);
    byte[] body = new byte[BODY];
    SecureRandom random = new SecureRandom();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      int batched = 0;
      for (Row row : rows) {
        random.nextBytes(body);
        bind(insert, row, body);
        insert.addBatch();
        if (++batched % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    connection.commit();
  }

  private void bind(PreparedStatement insert, Row row, byte[] body) throws SQLException {
    insert.setObject(1, row.eventId());
    insert.setObject(2, row.link().caseId());
    insert.setLong(3, row.link().caseSequence());
    insert.setString(4, "intake");
    insert.setObject(5, Instant.now().atOffset(ZoneOffset.UTC));
    insert.setBytes(6, row.leaf().bytes());
    insert.setBytes(7, row.leaf().leafHash().bytes());
    insert.setBytes(8, body.clone());
    insert.setString(9, node.nodeId());
    insert.setBytes(10, node.sign(row.leaf()));
  }
}
