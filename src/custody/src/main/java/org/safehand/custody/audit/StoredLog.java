package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;

/**
 * All that is stored of the log, at one moment. Streams are read once, in their order, and closed
 * by whoever asked for them.
 */
public interface StoredLog {
  /** Every event, by case id (as unsigned bytes) and within a case by sequence. */
  Stream<StoredEvent> events();

  /** The head of every case's chain, by case id (as unsigned bytes). */
  Stream<StoredChain> chains();

  /** The leaf hash of everything that has an index, by index; lost leaves too. */
  Stream<IndexedLeaf> leaves();

  /** Leaves that came back from a mirror after a restore, whose events are lost. Few. */
  Stream<LostLeaf> lost();

  /** Every checkpoint, by size; for one size the published before the witnessed. */
  Stream<StoredCheckpoint> checkpoints();

  /** The head of the log; empty before its first round. */
  Optional<StoredHead> head();

  /** Tiles and entry bundles. */
  TileSource tiles();

  /** Which tiles there are, in any order. */
  Stream<TileId> tileIds();

  /** Which entry bundles there are, in any order. */
  Stream<BundleId> bundleIds();

  /**
   * The head of a chain.
   *
   * @param next the sequence of the next event
   * @param headLeaf the leaf hash of the last event
   */
  record StoredChain(UUID caseId, long next, Optional<Digest> headLeaf) {
    public StoredChain {
      requireNonNull(caseId, "caseId is null");
      requireNonNull(headLeaf, "headLeaf is null");
    }
  }

  /** What a row says of the entry at {@code index}. */
  record IndexedLeaf(long index, Digest leafHash) {
    public IndexedLeaf {
      requireNonNull(leafHash, "leafHash is null");
    }
  }

  /** A leaf without its event. */
  record LostLeaf(Digest tag, Digest leafHash) {
    public LostLeaf {
      requireNonNull(tag, "tag is null");
      requireNonNull(leafHash, "leafHash is null");
    }
  }

  /** The text of a checkpoint, which may be anything. */
  record StoredCheckpoint(long size, boolean witnessed, String note) {
    public StoredCheckpoint {
      requireNonNull(note, "note is null");
    }
  }

  /** Size and root. */
  record StoredHead(long size, Digest root) {
    public StoredHead {
      requireNonNull(root, "root is null");
    }
  }
}
