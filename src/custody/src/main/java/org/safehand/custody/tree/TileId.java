package org.safehand.custody.tree;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile: level, index within the level, and width in hashes, 256 for a full one.
 *
 * @param level 0 holds leaf hashes, each higher one the roots of full tiles below
 * @param index from 0
 * @param width 1 to 256
 */
public record TileId(int level, long index, int width) {
  /** Hashes of a full tile, entries of a full bundle. */
  public static final int FULL = 256;

  /** The highest level a tree of fewer than 2^63 leaves reaches. */
  public static final int MAX_LEVEL = 7;

  private static final Pattern PATH = Pattern.compile("tile/([0-7])/(.+)");

  public TileId {
    if (level < 0 || level > MAX_LEVEL) {
      throw new IllegalArgumentException("no tile level " + level);
    }
    TilePath.require(index, width);
  }

  public boolean isFull() {
    return width == FULL;
  }

  /** The resource path of tlog-tiles, for example {@code tile/0/x001/234.p/5}. */
  public String path() {
    return "tile/" + level + "/" + TilePath.of(index, width);
  }

  /** The tile whose {@link #path} is exactly {@code path}. */
  public static Optional<TileId> ofPath(String path) {
    Matcher matcher = PATH.matcher(requireNonNull(path, "path is null"));
    return matcher.matches()
        ? TilePath.parse(matcher.group(2))
            .map(p -> new TileId(Integer.parseInt(matcher.group(1)), p.index(), p.width()))
            .filter(id -> id.path().equals(path))
        : Optional.empty();
  }
}
