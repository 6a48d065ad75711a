package org.safehand.store.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.NodeSignature;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.stored.Opening;
import org.safehand.custody.stored.StoredEvent;
import org.safehand.custody.stored.StoredLog;
import org.safehand.custody.stored.StoredLog.StoredAnchor;
import org.safehand.custody.stored.StoredRow;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.store.custody.EventBodies.Sealed;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.key.CaseKeyStore;
import org.safehand.store.row.LossRows;
import org.safehand.store.row.StoredColumns;

/** The rows of the log within one transaction, streamed. */
final class JpaStoredLog implements StoredLog {
  private static final int HEAD = 1;

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
  public Stream<StoredRow<StoredEvent>> events() {
    return rows(
        "event",
        "select case_id, case_sequence, event_id, type, leaf, leaf_hash, sealed_body,"
            + " node_id, node_signature from custody_event order by case_id, case_sequence",
        this::stored);
  }

  private StoredEvent stored(StoredColumns row) {
    UUID caseId = row.id("case_id");
    long sequence = row.number("case_sequence");
    UUID eventId = row.id("event_id");
    byte[] leaf = row.bytes("leaf");
    Sealed sealed = new Sealed(caseId, eventId, sequence, leaf, row.bytes("sealed_body"));
    return new StoredEvent(
        eventId,
        caseId,
        sequence,
        row.text("type"),
        BlindLeaf.of(leaf),
        row.digest("leaf_hash"),
        new NodeSignature(row.text("node_id"), row.bytes("node_signature")),
        opening(sealed));
  }

  private Opening opening(Sealed event) {
    try {
      return new Opening.Opened(bodies.open(event), periods(event.caseId()));
    } catch (StoreException e) {
      return e.code() == StoreCode.CASE_KEY_MISSING
          ? new Opening.KeyGone()
          : new Opening.Broken(String.valueOf(e.getMessage()));
    }
  }

  /** Events come case by case, so the periods of one case are opened once. */
  private List<TagPeriod> periods(UUID caseId) {
    if (!caseId.equals(periodsOf)) {
      periods = keys.tagPeriods(caseId);
      periodsOf = caseId;
    }
    return periods;
  }

  @Override
  public Stream<StoredRow<StoredChain>> chains() {
    return rows(
        "case head",
        "select case_id, next_sequence, head_leaf from custody_case order by case_id",
        row ->
            new StoredChain(
                row.id("case_id"), row.number("next_sequence"), row.digestIfAny("head_leaf")));
  }

  @Override
  public Stream<StoredRow<IndexedLeaf>> leaves() {
    return rows(
        "index",
        "select log_index, leaf_hash, false as lost from custody_event where log_index is not null"
            + " union all select log_index, leaf_hash, true from log_lost order by log_index",
        row ->
            new IndexedLeaf(row.number("log_index"), row.digest("leaf_hash"), row.truth("lost")));
  }

  @Override
  public Stream<StoredRow<StoredRestore>> restores() {
    return LossRows.restores(entities);
  }

  @Override
  public Stream<StoredRow<LostLeaf>> lost() {
    return LossRows.lost(entities);
  }

  @Override
  public Stream<StoredRow<StoredAnchor>> anchors() {
    return rows(
        "anchor",
        "select size, note, token from log_anchor order by size",
        row ->
            new StoredAnchor(
                row.number("size"),
                Digest.of(row.text("note").getBytes(UTF_8)),
                Digest.of(row.bytes("token"))));
  }

  @Override
  public Stream<StoredRow<StoredCheckpoint>> checkpoints() {
    return rows(
        "checkpoint",
        "select size, false as witnessed, note from log_checkpoint union all"
            + " select size, true, note from log_witnessed order by size, witnessed",
        row -> new StoredCheckpoint(row.number("size"), row.truth("witnessed"), row.text("note")));
  }

  @Override
  public Stream<StoredRow<StoredHead>> heads() {
    return rows(
        "head",
        "select id, size, root from log_head order by id",
        row -> {
          if (row.number("id") != HEAD) {
            throw new IllegalArgumentException("id is another than that of the head");
          }
          return new StoredHead(row.number("size"), row.digest("root"));
        });
  }

  @Override
  public TileSource tiles() {
    return log;
  }

  @Override
  public Stream<StoredRow<TileId>> tileIds() {
    return rows(
        "tile",
        "select level, tile_index, width from log_tile",
        row ->
            new TileId(
                row.smallNumber("level"), row.number("tile_index"), row.smallNumber("width")));
  }

  @Override
  public Stream<StoredRow<BundleId>> bundleIds() {
    return rows(
        "bundle",
        "select bundle_index, width from log_entries",
        row -> new BundleId(row.number("bundle_index"), row.smallNumber("width")));
  }

  private <T> Stream<StoredRow<T>> rows(
      String kind, String sql, Function<StoredColumns, T> reading) {
    return StoredColumns.rows(entities, kind, sql, reading);
  }
}
