package org.safehand.cli.mirror;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.tree.TreeLayout;

/** Finds the index of a leaf that is named by its index or its hash. */
final class LeafSearch {
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final TileSource tiles;
  private final long size;

  LeafSearch(TileSource tiles, long size) {
    this.tiles = requireNonNull(tiles, "tiles is null");
    this.size = size;
  }

  /** The index that {@code leaf} names: decimal digits, or a hash in hexadecimal or base 64. */
  long find(String leaf) throws CliException, IOException {
    if (INDEX.matcher(leaf).matches()) {
      long index = Long.parseLong(leaf);
      if (index < size) {
        return index;
      }
      throw absent(leaf);
    }
    Digest hash =
        Digest.parseHex(leaf)
            .or(() -> Digest.ofBase64(leaf))
            .orElseThrow(
                () ->
                    new CliException(
                        CliCode.USAGE, leaf, "is neither an index nor a leaf hash of 32 bytes"));
    return search(hash).orElseThrow(() -> absent(leaf));
  }

  private OptionalLong search(Digest hash) throws IOException {
    TreeLayout layout = new TreeLayout(size);
    for (long first = 0; first < size; first += TileId.FULL) {
      Tile tile = tiles.tile(layout.tile(0, first / TileId.FULL).orElseThrow());
      for (int i = 0; i < tile.id().width(); i++) {
        if (tile.hash(i).equals(hash)) {
          return OptionalLong.of(first + i);
        }
      }
    }
    return OptionalLong.empty();
  }

  private CliException absent(String leaf) {
    return new CliException(
        CliCode.LEAF_ABSENT, leaf, "is none of the " + size + " leaves of the checkpoint");
  }
}
