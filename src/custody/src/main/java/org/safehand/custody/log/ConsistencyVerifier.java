package org.safehand.custody.log;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.ConsistencyProof;
import org.safehand.custody.tree.TileSource;

/**
 * Whether one verified checkpoint is the beginning of another (RFC 9162, section 2.1.4), by the
 * tiles of the larger.
 *
 * <p>Guarantee: when {@link #verify} returns, no entry of the older tree was changed, moved or
 * dropped. When it refuses as inconsistent, the two notes alone prove to anyone that the log showed
 * two stories. The tiles need not be trusted: they must give the newer root.
 */
public final class ConsistencyVerifier {
  private final TileSource tiles;

  public ConsistencyVerifier(TileSource tiles) {
    this.tiles = requireNonNull(tiles, "tiles is null");
  }

  /**
   * The proof that {@code older} is the beginning of {@code newer}; both must have been verified.
   *
   * @throws LogException if it is not, or if the tiles are not those of {@code newer}
   * @throws IOException if a tile cannot be read
   */
  public ConsistencyProof verify(Checkpoint older, Checkpoint newer)
      throws LogException, IOException {
    if (!older.origin().equals(newer.origin())) {
      throw new LogException(
          LogFault.CHECKPOINT_ORIGIN, LogFolder.CHECKPOINT, older.origin(), newer.origin());
    }
    if (older.size() > newer.size()) {
      throw inconsistent(older, "only " + newer.size() + " entries under root " + newer.root());
    }
    if (older.size() == newer.size() || older.size() == 0) {
      return verify(older, newer, new ConsistencyProof(older.size(), newer.size(), List.of()));
    }
    ProofMaker maker = new ProofMaker(tiles);
    Digest root = maker.root(newer.size());
    if (!root.equals(newer.root())) {
      throw new LogException(
          LogFault.ROOT, "tiles of " + newer.size() + " entries", newer.root().hex(), root.hex());
    }
    return verify(older, newer, maker.consistency(older.size(), newer.size()));
  }

  private ConsistencyProof verify(Checkpoint older, Checkpoint newer, ConsistencyProof proof)
      throws LogException, IOException {
    if (proof.verify(older.root(), newer.root())) {
      return proof;
    }
    Digest prefix =
        older.size() == newer.size()
            ? newer.root()
            : new ProofMaker(tiles).root(older.size(), newer.size());
    throw inconsistent(older, prefix.hex() + ", of which root " + newer.root() + " goes on");
  }

  private static LogException inconsistent(Checkpoint older, String found) {
    return new LogException(
        LogFault.INCONSISTENT, older.size() + " entries", older.root().hex(), found);
  }
}
