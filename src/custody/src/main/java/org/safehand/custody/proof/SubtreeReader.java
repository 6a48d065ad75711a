package org.safehand.custody.proof;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.tree.TreeLayout;

/**
 * Hashes of subtrees of a tree of one size, out of its tiles. A tile that is asked for again is not
 * read again, as long as it is among the last {@value #KEPT}: at most 4 MiB are held.
 */
final class SubtreeReader {
  private static final int TILE_HEIGHT = 8;
  private static final int KEPT = 512;

  private final TileSource source;
  private final TreeLayout layout;
  private final Map<TileId, Tile> tiles =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileId, Tile> eldest) {
          return size() > KEPT;
        }
      };

  SubtreeReader(TileSource source, long size) {
    this.source = source;
    this.layout = new TreeLayout(size);
  }

  /**
   * MTH(D[from:to]) of RFC 6962, section 2.1, where the range is a subtree of this tree or begins
   * it.
   */
  Digest hash(long from, long to) throws IOException {
    long leaves = to - from;
    if (leaves == 0) {
      return Digest.of();
    }
    if (Long.bitCount(leaves) == 1) {
      return complete(from, Long.numberOfTrailingZeros(leaves));
    }
    long split = from + Long.highestOneBit(leaves - 1);
    return Digest.of(new byte[] {1}, hash(from, split).bytes(), hash(split, to).bytes());
  }

  /** The complete subtree of 2^height leaves from leaf {@code from}, a multiple of that. */
  private Digest complete(long from, int height) throws IOException {
    int level = height / TILE_HEIGHT;
    int count = 1 << (height % TILE_HEIGHT);
    long first = from >> (level * TILE_HEIGHT);
    TileId id = layout.tile(level, first / TileId.FULL).orElseThrow();
    Tile tile = tiles.get(id);
    if (tile == null) {
      tile = source.tile(id);
      tiles.put(id, tile);
    }
    return tile.root((int) (first % TileId.FULL), count);
  }
}
