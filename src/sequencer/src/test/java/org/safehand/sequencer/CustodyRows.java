package org.safehand.sequencer;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;

/** Records synthetic events as a gateway node does, under the application's role. */
final class CustodyRows {
  static final String INSERT =
      "insert into custody_event (event_id, case_id, case_sequence, type, recorded_at, leaf,"
          + " leaf_hash, sealed_body, node_id, node_signature) values (?,?,?,?,?,?,?,?,?,?)";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LeafMaker LEAVES = new LeafMaker(RANDOM);
  private static final TagKey TAG_KEY = TagKey.random(RANDOM);

  private final TestDatabase database;
  private final Map<UUID, EventLink> next = new HashMap<>();
  private Instant time = Instant.parse("2026-11-24T03:51:59Z");

  CustodyRows(TestDatabase database) {
    this.database = database;
  }

  /** Records {@code count} events of {@code caseId}, signed by {@code node}. */
  void record(UUID caseId, int count, NodeKey node) throws SQLException {
    try (Connection connection = database.connect(TestDatabase.APPLICATION);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      for (int i = 0; i < count; i++) {
        time = time.plusMillis(1);
        bind(insert, make(caseId), node, time);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  /** The next event of {@code caseId}, not recorded. */
  RecordedEvent make(UUID caseId) {
    EventLink link = next.getOrDefault(caseId, EventLink.first(caseId));
    EventHeader header =
        EventHeader.builder(UUID.randomUUID(), EventType.READ)
            .occasion(Occasion.at(time))
            .actor(new Principal("S-1042", "referral-officer", "hotline.example", "otp"))
            .instrument(new Instrument("node-1", "safehand", "0.1.0"))
            .build();
    RecordedEvent event = LEAVES.make(link, CustodyEvent.of(header), TAG_KEY);
    next.put(caseId, link.next(event.leaf().leafHash()));
    return event;
  }

  static void bind(PreparedStatement insert, RecordedEvent event, NodeKey node, Instant time)
      throws SQLException {
    insert.setObject(1, event.event().header().eventId());
    insert.setObject(2, event.link().caseId());
    insert.setLong(3, event.link().caseSequence());
    insert.setString(4, event.event().header().type().wire());
    insert.setObject(5, time.atOffset(ZoneOffset.UTC));
    insert.setBytes(6, event.leaf().bytes());
    insert.setBytes(7, event.leaf().leafHash().bytes());
    insert.setBytes(8, new byte[600]);
    insert.setString(9, node.nodeId());
    insert.setBytes(10, node.sign(event.leaf()));
  }
}
