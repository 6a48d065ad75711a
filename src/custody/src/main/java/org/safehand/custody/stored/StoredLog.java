package org.safehand.custody.stored;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;

/**
 * All that is stored of the log, at one moment. Streams are read once, in their order, and closed
 * by whoever asked for them. No row, whatever it holds, ends a stream.
 */
public interface StoredLog {
  /** Every event, by case id (as unsigned bytes) and within a case by sequence. */
  Stream<StoredRow<StoredEvent>> events();

  /** The head of every case's chain, by case id (as unsigned bytes). */
  Stream<StoredRow<StoredChain>> chains();

  /** The leaf hash of everything that has an index, by index; lost leaves too. */
  Stream<StoredRow<IndexedLeaf>> leaves();

  /** Restores, by first index. */
  Stream<StoredRow<StoredRestore>> restores();

  /** Leaves that came back from a mirror after a restore, whose events are lost. Few. */
  Stream<StoredRow<LostLeaf>> lost();

  /** Every time-stamped checkpoint, by size. */
  Stream<StoredRow<StoredAnchor>> anchors();

  /** Every checkpoint, by size; for one size the published before the witnessed. */
  Stream<StoredRow<StoredCheckpoint>> checkpoints();

  /** The head of the log: none before its first round, one from then on. */
  Stream<StoredRow<StoredHead>> heads();

  /** Tiles and entry bundles. */
  TileSource tiles();

  /** Which tiles there are, in any order. */
  Stream<StoredRow<TileId>> tileIds();

  /** Which entry bundles there are, in any order. */
  Stream<StoredRow<BundleId>> bundleIds();

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
      requireNatural("next", next);
    }
  }

  /**
   * What a row says of the entry at {@code index}.
   *
   * @param lost whether it is the row of a lost leaf and not of an event
   */
  record IndexedLeaf(long index, Digest leafHash, boolean lost) {
    public IndexedLeaf {
      requireNatural("index", index);
      requireNonNull(leafHash, "leafHash is null");
    }
  }

  /**
   * A time-stamped checkpoint.
   *
   * @param note SHA-256 of the note
   * @param token SHA-256 of the time-stamp token
   */
  record StoredAnchor(long size, Digest note, Digest token) {
    public StoredAnchor {
      requireNatural("size", size);
      requireNonNull(note, "note is null");
      requireNonNull(token, "token is null");
    }
  }

  /** The text of a checkpoint, which may be anything. */
  record StoredCheckpoint(long size, boolean witnessed, String note) {
    public StoredCheckpoint {
      requireNatural("size", size);
      requireNonNull(note, "note is null");
    }
  }

  /** Size and root. */
  record StoredHead(long size, Digest root) {
    public StoredHead {
      requireNatural("size", size);
      requireNonNull(root, "root is null");
    }
  }

  private static void requireNatural(String what, long number) {
    if (number < 0) {
      throw new IllegalArgumentException(what + " is " + number);
    }
  }
}
