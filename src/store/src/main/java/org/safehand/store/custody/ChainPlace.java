package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.event.BlindLeaf;

/** One place in the chain of a case. */
sealed interface ChainPlace {
  /** Where its leaf stands in the log; {@link Long#MAX_VALUE} until it is sequenced. */
  long index();

  /** An event that is there. */
  record Kept(EventRow row) implements ChainPlace {
    public Kept {
      requireNonNull(row, "row is null");
    }

    @Override
    public long index() {
      return row.logIndex().orElse(Long.MAX_VALUE);
    }
  }

  /** An event that a restore has lost; the log still has its leaf. */
  record Lost(long index, BlindLeaf leaf) implements ChainPlace {
    public Lost {
      requireNonNull(leaf, "leaf is null");
    }
  }
}
