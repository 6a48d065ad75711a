package org.safehand.custody.tree;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which entry bundle: its index and its width in entries, 256 for a full one.
 *
 * @param index from 0; the bundle starts with entry 256 x index
 * @param width 1 to 256
 */
public record BundleId(long index, int width) {
  private static final String PREFIX = "tile/entries/";

  public BundleId {
    TilePath.require(index, width);
  }

  /** The resource path of tlog-tiles, for example {@code tile/entries/000.p/5}. */
  public String path() {
    return PREFIX + TilePath.of(index, width);
  }

  /** The bundle whose {@link #path} is exactly {@code path}. */
  public static Optional<BundleId> ofPath(String path) {
    return requireNonNull(path, "path is null").startsWith(PREFIX)
        ? TilePath.parse(path.substring(PREFIX.length()))
            .map(p -> new BundleId(p.index(), p.width()))
            .filter(id -> id.path().equals(path))
        : Optional.empty();
  }
}
