package org.safehand.referral.anchor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.note.SignedNote;

/** Where time-stamped checkpoints are kept, for ever. A port. */
public interface Anchors {
  /** The newest witnessed checkpoint, exactly as it is served; empty before the first. */
  Optional<SignedNote> checkpoint();

  /** The newest anchor: the one over the largest size. */
  Optional<Anchor> newest();

  /**
   * The newest anchor, within a unit of work: nobody else keeps one until it ends, and what others
   * kept before is seen.
   */
  Optional<Anchor> lock();

  /** Keeps {@code anchor}, within a unit of work; at most one a size. */
  void keep(LogAnchor anchor);

  /** The anchor over the checkpoint of {@code size}. */
  Optional<Anchor> find(long size);

  /** At most {@code limit} anchors of sizes below {@code below}, the newest first. */
  List<Anchor> list(long below, int limit);

  /** The time by the database's clock, by which all nodes tell whether an anchor is due. */
  Instant databaseTime();
}
