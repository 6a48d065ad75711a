package org.safehand.custody.tree;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which tiles and bundles a tree of a given size consists of (tlog-tiles, "Partial Tiles"). */
public final class TreeLayout {
  private static final int BITS = 8;

  private final long size;

  /** The layout of a tree of {@code size} leaves. */
  public TreeLayout(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
    this.size = size;
  }

  /** Number of hashes at tile level {@code level}: complete subtrees of 256^level leaves. */
  public long hashes(int level) {
    return BITS * level > 62 ? 0 : size >> (BITS * level);
  }

  /** The tile at this place as wide as it is in this tree, if the tree reaches it. */
  public Optional<TileId> tile(int level, long index) {
    return width(hashes(level), index).map(width -> new TileId(level, index, width));
  }

  /** The bundle at this place as wide as it is in this tree, if the tree reaches it. */
  public Optional<BundleId> bundle(long index) {
    return width(size, index).map(width -> new BundleId(index, width));
  }

  private static Optional<Integer> width(long hashes, long index) {
    long left = index < 0 ? 0 : hashes - index * TileId.FULL;
    return left <= 0 ? Optional.empty() : Optional.of((int) Math.min(TileId.FULL, left));
  }

  /** Every tile, level by level from the leaves up, left to right: none for an empty tree. */
  public Stream<TileId> tiles() {
    return IntStream.rangeClosed(0, TileId.MAX_LEVEL)
        .boxed()
        .flatMap(
            level ->
                LongStream.range(0, count(hashes(level)))
                    .mapToObj(index -> tile(level, index).orElseThrow()));
  }

  /** Every bundle, left to right. */
  public Stream<BundleId> bundles() {
    return LongStream.range(0, count(size)).mapToObj(index -> bundle(index).orElseThrow());
  }

  private static long count(long hashes) {
    return (hashes + TileId.FULL - 1) / TileId.FULL;
  }
}
