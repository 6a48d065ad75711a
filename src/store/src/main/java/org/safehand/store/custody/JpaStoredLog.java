package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.audit.Opening;
import org.safehand.custody.audit.StoredEvent;
import org.safehand.custody.audit.StoredLog;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.key.CaseKeyStore;

/** The rows of the log within one transaction, streamed. */
final class JpaStoredLog implements StoredLog {
  private static final int ROWS_AT_A_TIME = 500;

  private final EntityManager entities;
  private final CaseKeyStore keys;
  private final EventBodies bodies;
  private final PublishedLog log;
  private @Nullable UUID periodsOf;
  private List<TagPeriod> periods = List.of();

  JpaStoredLog(EntityManager entities, CaseKeyStore keys, PublishedLog log) {
    this.entities = requireNonNull(entities, "entities is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.bodies = new EventBodies(keys);
    this.log = requireNonNull(log, "log is null");
  }

  @Override
  public Stream<StoredEvent> events() {
    return entities
        .createQuery("select e from EventRow e order by e.caseId, e.caseSequence", EventRow.class)
        .setHint("org.hibernate.fetchSize", ROWS_AT_A_TIME)
        .getResultStream()
        .map(this::forgotten)
        .map(this::stored);
  }

  /** A row that the entity manager does not keep: there may be millions. */
  private EventRow forgotten(EventRow row) {
    entities.detach(row);
    return row;
  }

  private StoredEvent stored(EventRow row) {
    return new StoredEvent(
        row.eventId(),
        row.caseId(),
        row.caseSequence(),
        row.type(),
        BlindLeaf.of(row.leaf()),
        Digest.ofBytes(row.leafHash()),
        opening(row));
  }

  private Opening opening(EventRow row) {
    try {
      return new Opening.Opened(bodies.open(row), tagKey(row));
    } catch (StoreException e) {
      return e.code() == StoreCode.CASE_KEY_MISSING
          ? new Opening.KeyGone()
          : new Opening.Broken(String.valueOf(e.getMessage()));
    }
  }

  /** Events come case by case, so the periods of one case are opened once. */
  private TagKey tagKey(EventRow row) {
    if (!row.caseId().equals(periodsOf)) {
      periods = keys.tagPeriods(row.caseId());
      periodsOf = row.caseId();
    }
    TagKey key = periods.get(0).key();
    for (TagPeriod period : periods) {
      if (period.first() <= row.caseSequence()) {
        key = period.key();
      }
    }
    return key;
  }

  @Override
  public Stream<StoredChain> chains() {
    return rows("select case_id, next_sequence, head_leaf from custody_case order by case_id")
        .map(
            row ->
                new StoredChain(
                    row.get(0, UUID.class),
                    row.get(1, Long.class),
                    Optional.ofNullable(row.get(2, byte[].class)).map(Digest::ofBytes)));
  }

  @Override
  public Stream<IndexedLeaf> leaves() {
    return rows("select log_index, leaf_hash from custody_event where log_index is not null"
            + " union all select log_index, leaf_hash from log_lost order by log_index")
        .map(
            row ->
                new IndexedLeaf(row.get(0, Long.class), Digest.ofBytes(row.get(1, byte[].class))));
  }

  @Override
  public Stream<LostLeaf> lost() {
    return rows("select tag, leaf_hash from log_lost")
        .map(
            row ->
                new LostLeaf(
                    Digest.ofBytes(row.get(0, byte[].class)),
                    Digest.ofBytes(row.get(1, byte[].class))));
  }

  @Override
  public Stream<StoredCheckpoint> checkpoints() {
    return rows("select size, false as witnessed, note from log_checkpoint union all"
            + " select size, true, note from log_witnessed order by size, witnessed")
        .map(
            row ->
                new StoredCheckpoint(
                    row.get(0, Long.class), row.get(1, Boolean.class), row.get(2, String.class)));
  }

  @Override
  public Optional<StoredHead> head() {
    try (Stream<Tuple> head = rows("select size, root from log_head")) {
      return head.findFirst()
          .map(
              row ->
                  new StoredHead(row.get(0, Long.class), Digest.ofBytes(row.get(1, byte[].class))));
    }
  }

  @Override
  public TileSource tiles() {
    return log;
  }

  @Override
  public Stream<TileId> tileIds() {
    return rows("select level, tile_index, width from log_tile")
        .map(
            row ->
                new TileId(
                    row.get(0, Integer.class), row.get(1, Long.class), row.get(2, Integer.class)));
  }

  @Override
  public Stream<BundleId> bundleIds() {
    return rows("select bundle_index, width from log_entries")
        .map(row -> new BundleId(row.get(0, Long.class), row.get(1, Integer.class)));
  }

  @SuppressWarnings("unchecked") // a native query for tuples gives tuples
  private Stream<Tuple> rows(String sql) {
    Query query = entities.createNativeQuery(sql, Tuple.class);
    return query.setHint("org.hibernate.fetchSize", ROWS_AT_A_TIME).getResultStream();
  }
}
