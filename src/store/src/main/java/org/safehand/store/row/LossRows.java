package org.safehand.store.row;

import jakarta.persistence.EntityManager;
import java.util.stream.Stream;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.stored.StoredRow;

/** Restores and lost leaves (tables log_restore and log_lost), as their rows say. */
public final class LossRows {
  private static final String RESTORES =
      "select first_index, lost, size, root, coalesce(note, '') as note from log_restore r";

  private LossRows() {}

  /** Every restore, by first index. */
  public static Stream<StoredRow<StoredRestore>> restores(EntityManager entities) {
    return restores(entities, " order by first_index");
  }

  /** The restores of which no event tells, oldest first. */
  public static Stream<StoredRow<StoredRestore>> untold(EntityManager entities) {
    return restores(
        entities,
        " where not exists (select from log_restore_recorded n"
            + " where n.first_index = r.first_index) order by restored_at");
  }

  private static Stream<StoredRow<StoredRestore>> restores(EntityManager entities, String which) {
    return StoredColumns.rows(
        entities,
        "restore",
        RESTORES + which,
        row ->
            new StoredRestore(
                row.number("first_index"),
                row.number("lost"),
                row.number("size"),
                row.digest("root"),
                row.text("note")));
  }

  /** Every leaf that is called lost, by index. */
  public static Stream<StoredRow<LostLeaf>> lost(EntityManager entities) {
    return StoredColumns.rows(
        entities,
        "lost leaf",
        "select log_index, leaf, leaf_hash, tag from log_lost order by log_index",
        LossRows::lost);
  }

  private static LostLeaf lost(StoredColumns row) {
    LostLeaf lost =
        LostLeaf.of(
            row.number("log_index"),
            BlindLeaf.of(row.bytes("leaf"))
                .orElseThrow(() -> new IllegalArgumentException("leaf is not one")));
    if (!lost.leafHash().equals(row.digest("leaf_hash")) || !lost.tag().equals(row.digest("tag"))) {
      throw new IllegalArgumentException("leaf_hash or tag is not that of the leaf");
    }
    return lost;
  }
}
