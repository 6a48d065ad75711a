package org.safehand.custody.tree;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;

/**
 * The right edge of a growing tree: on each level the tile that is not yet full.
 *
 * <p>It is all the memory that appending and the root need: at most eight tiles. For one thread.
 */
public final class TreeEdge {
  private final TreeHash hash = new TreeHash();
  private final byte[][] tiles = new byte[TileId.MAX_LEVEL + 1][];
  private final Consumer<Tile> fullTiles;
  private long size;

  /**
   * The edge of an empty tree.
   *
   * @param fullTiles is given each tile at the moment it is full
   */
  public TreeEdge(Consumer<Tile> fullTiles) {
    this.fullTiles = requireNonNull(fullTiles, "fullTiles is null");
    for (int level = 0; level < tiles.length; level++) {
      tiles[level] = new byte[TileId.FULL * Digest.LENGTH];
    }
  }

  /** Number of leaves. */
  public long size() {
    return size;
  }

  /** Appends the leaf of {@code length} bytes from {@code offset}. */
  public void append(byte[] bytes, int offset, int length) {
    hash.leaf(bytes, offset, length, tiles[0], width(0) * Digest.LENGTH);
    size++;
    for (int level = 0; level < TileId.MAX_LEVEL && width(level) == 0; level++) {
      long hashes = new TreeLayout(size).hashes(level);
      Tile full = new Tile(new TileId(level, hashes / TileId.FULL - 1, TileId.FULL), tiles[level]);
      fullTiles.accept(full);
      int place = (int) ((hashes / TileId.FULL - 1) % TileId.FULL) * Digest.LENGTH;
      byte[] root = hash.fold(tiles[level], 0, TileId.FULL).bytes();
      System.arraycopy(root, 0, tiles[level + 1], place, Digest.LENGTH);
    }
  }

  /** Takes over the partial tiles of a tree of {@code newSize} leaves, as {@link #partialTiles}. */
  void restore(long newSize, List<Tile> partialTiles) {
    size = newSize;
    for (Tile tile : partialTiles) {
      System.arraycopy(
          tile.bytes(), 0, tiles[tile.id().level()], 0, tile.id().width() * Digest.LENGTH);
    }
  }

  /** The tiles that are not full, from the leaves up. */
  public List<Tile> partialTiles() {
    List<Tile> partial = new ArrayList<>();
    for (TileId id : partialIds(size)) {
      partial.add(new Tile(id, Arrays.copyOf(tiles[id.level()], id.width() * Digest.LENGTH)));
    }
    return List.copyOf(partial);
  }

  static List<TileId> partialIds(long size) {
    TreeLayout layout = new TreeLayout(size);
    List<TileId> ids = new ArrayList<>();
    for (int level = 0; level <= TileId.MAX_LEVEL; level++) {
      layout.tile(level, layout.hashes(level) / TileId.FULL).ifPresent(ids::add);
    }
    return ids;
  }

  /**
   * The root (RFC 6962, section 2.1): the complete subtrees of which the size's binary digits tell,
   * joined from the right.
   */
  public Digest root() {
    @Nullable Digest root = null;
    for (int level = 0; level <= TileId.MAX_LEVEL; level++) {
      int width = width(level);
      for (int count = 1; count < TileId.FULL; count *= 2) {
        if ((width & count) != 0) {
          int first = width & -(2 * count);
          Digest subtree = hash.fold(tiles[level], first, count);
          root = root == null ? subtree : TreeHash.node(subtree, root);
        }
      }
    }
    return root == null ? TreeHash.empty() : root;
  }

  /** Width of the partial tile; 0 when there is none. */
  private int width(int level) {
    return (int) (new TreeLayout(size).hashes(level) % TileId.FULL);
  }
}
