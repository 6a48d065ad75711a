package org.safehand.custody.proof;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.tree.ConsistencyProof;
import org.safehand.custody.tree.InclusionProof;
import org.safehand.custody.tree.TileSource;

/**
 * Makes proofs out of the tiles of a log. A proof of wrong tiles does not verify; nothing is
 * checked here.
 */
public final class ProofMaker {
  private final TileSource source;

  public ProofMaker(TileSource source) {
    this.source = requireNonNull(source, "source is null");
  }

  /** The root of the tree of the first {@code size} leaves. */
  public Digest root(long size) throws IOException {
    return root(size, size);
  }

  /**
   * The root of the first {@code size} leaves, by the tiles of the tree of {@code larger} leaves.
   */
  public Digest root(long size, long larger) throws IOException {
    if (size < 0 || size > larger) {
      throw new IllegalArgumentException("no tree of " + size + " begins one of " + larger);
    }
    return new SubtreeReader(source, larger).hash(0, size);
  }

  /** PATH(index, D[size]) of RFC 6962, section 2.1.1; {@code index} is below {@code size}. */
  public InclusionProof inclusion(long index, long size) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
    }
    return inclusion(index, size, new SubtreeReader(source, size));
  }

  /** {@link #inclusion} of each of {@code indexes}, which costs less than one by one. */
  public List<InclusionProof> inclusions(List<Long> indexes, long size) throws IOException {
    SubtreeReader reader = new SubtreeReader(source, size);
    List<InclusionProof> proofs = new ArrayList<>();
    for (long index : indexes) {
      if (index < 0 || index >= size) {
        throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
      }
      proofs.add(inclusion(index, size, reader));
    }
    return proofs;
  }

  private static InclusionProof inclusion(long index, long size, SubtreeReader reader)
      throws IOException {
    List<Digest> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long split = from + Long.highestOneBit(to - from - 1);
      if (index < split) {
        path.add(0, reader.hash(split, to));
        to = split;
      } else {
        path.add(0, reader.hash(from, split));
        from = split;
      }
    }
    return new InclusionProof(index, size, path);
  }

  /** PROOF(first, D[second]) of RFC 6962, section 2.1.2; empty for an empty or an equal tree. */
  public ConsistencyProof consistency(long first, long second) throws IOException {
    if (first < 0 || first > second) {
      throw new IllegalArgumentException("no tree of " + first + " begins one of " + second);
    }
    List<Digest> path = new ArrayList<>();
    if (first > 0 && first < second) {
      SubtreeReader reader = new SubtreeReader(source, second);
      long from = 0;
      long to = second;
      while (first < to) {
        long split = from + Long.highestOneBit(to - from - 1);
        if (first <= split) {
          path.add(0, reader.hash(split, to));
          to = split;
        } else {
          path.add(0, reader.hash(from, split));
          from = split;
        }
      }
      if (from > 0) {
        path.add(0, reader.hash(from, to));
      }
    }
    return new ConsistencyProof(first, second, path);
  }
}
