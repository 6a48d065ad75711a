package org.safehand.store.custody;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.event.RecordedEvent;

/**
 * The chains of events, one a case, in the transaction of a unit of work.
 *
 * <p>Every change of a case waits while its chain is locked, so the two statements are plain JDBC
 * and no more than two: lock the head; append the event and move the head.
 */
final class ChainTable {
  private static final String START =
      "insert into custody_case (case_id, next_sequence) values (?, 0) on conflict do nothing";

  private static final String LOCK =
      "select next_sequence, head_leaf from custody_case where case_id = ? for update";

  private static final String APPEND =
      "with head as (update custody_case set next_sequence = ?, head_leaf = ? where case_id = ?)"
          + " insert into custody_event (event_id, case_id, case_sequence, type, recorded_at, leaf,"
          + " leaf_hash, sealed_body, node_id, node_signature) values (?,?,?,?,?,?,?,?,?,?)";

  private final Session session;

  ChainTable(EntityManager entities) {
    this.session = entities.unwrap(Session.class);
  }

  /**
   * Where the next event of {@code chainId} goes. The head stays locked until the transaction ends.
   */
  EventLink lock(UUID chainId) {
    return session.doReturningWork(
        connection -> {
          Optional<EventLink> next = lock(connection, chainId);
          if (next.isEmpty()) {
            start(connection, chainId);
            next = lock(connection, chainId);
          }
          return next.orElseThrow();
        });
  }

  private static Optional<EventLink> lock(Connection connection, UUID chainId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setObject(1, chainId);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new EventLink(chainId, row.getLong(1), digest(row.getBytes(2))))
            : Optional.empty();
      }
    }
  }

  private static @Nullable Digest digest(byte @Nullable [] bytes) {
    return bytes == null ? null : Digest.ofBytes(bytes);
  }

  private static void start(Connection connection, UUID chainId) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(START)) {
      insert.setObject(1, chainId);
      insert.executeUpdate();
    }
  }

  /** Appends {@code event}, whose chain this transaction has locked, and signs its leaf. */
  void append(RecordedEvent event, byte[] sealedBody, NodeKey node, Instant recordedAt) {
    byte[] leafHash = event.leaf().leafHash().bytes();
    byte[] signature = node.sign(event.leaf());
    session.doWork(
        connection -> {
          try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setLong(1, event.link().caseSequence() + 1);
            append.setBytes(2, leafHash);
            append.setObject(3, event.link().caseId());
            append.setObject(4, event.event().header().eventId());
            append.setObject(5, event.link().caseId());
            append.setLong(6, event.link().caseSequence());
            append.setString(7, event.event().header().type().wire());
            append.setObject(8, recordedAt.atOffset(ZoneOffset.UTC));
            append.setBytes(9, event.leaf().bytes());
            append.setBytes(10, leafHash);
            append.setBytes(11, sealedBody);
            append.setString(12, node.nodeId());
            append.setBytes(13, signature);
            append.executeUpdate();
          }
        });
  }
}
