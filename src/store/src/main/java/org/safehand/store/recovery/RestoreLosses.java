package org.safehand.store.recovery;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.restore.ProvenLosses;
import org.safehand.custody.stored.StoredRow;
import org.safehand.custody.trust.LogTrust;
import org.safehand.store.row.LossRows;

/**
 * The leaves that lost their events in a restore which a key of the log signed. What is stored
 * beside them is not believed: their places are taken by nobody.
 *
 * <p>The sequencer writes the tables while the gateway is down, so they are read once. For several
 * threads.
 */
public final class RestoreLosses {
  private final LogTrust log;
  private volatile @Nullable ProvenLosses known;

  public RestoreLosses(LogTrust log) {
    this.log = requireNonNull(log, "log is null");
  }

  /** What is proven. */
  public ProvenLosses proven(EntityManager entities) {
    ProvenLosses found = known;
    if (found == null) {
      found =
          ProvenLosses.of(
              log, readable(LossRows.restores(entities)), readable(LossRows.lost(entities)));
      known = found;
    }
    return found;
  }

  private static <T> List<T> readable(Stream<StoredRow<T>> rows) {
    try (rows) {
      return rows.flatMap(
              row ->
                  row instanceof StoredRow.Read<T> read ? Stream.of(read.value()) : Stream.empty())
          .toList();
    }
  }
}
