package org.safehand.custody.tree;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The tiles of a tree in memory, as narrow as the last growth left them. */
public final class MemoryTiles implements TileSource {
  private final Map<String, Tile> tiles = new HashMap<>();
  private final Map<Long, EntryBundle> bundles = new HashMap<>();

  /** Keeps what {@code writer} has grown. */
  public void store(TreeWriter writer) {
    TreeWriter.Growth growth = writer.takeGrowth();
    growth.tiles().forEach(tile -> tiles.put(key(tile.id()), tile));
    growth.bundles().forEach(bundle -> bundles.put(bundle.id().index(), bundle));
  }

  /** Which tiles there are. */
  public Stream<TileId> tileIds() {
    return tiles.values().stream().map(Tile::id);
  }

  /** Which bundles there are. */
  public Stream<BundleId> bundleIds() {
    return bundles.values().stream().map(EntryBundle::id);
  }

  private static String key(TileId id) {
    return id.level() + "/" + id.index();
  }

  @Override
  public Tile tile(TileId id) throws IOException {
    Tile tile = tiles.get(key(id));
    if (tile == null || tile.id().width() < id.width()) {
      throw new FileNotFoundException(id.path());
    }
    return tile.prefix(id.width());
  }

  @Override
  public EntryBundle bundle(BundleId id) throws IOException {
    EntryBundle bundle = bundles.get(id.index());
    if (bundle == null || bundle.id().width() < id.width()) {
      throw new FileNotFoundException(id.path());
    }
    return bundle.prefix(id.width());
  }
}
