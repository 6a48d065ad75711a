package org.safehand.referral.port.memory;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.tree.TreeWriter;

/** Tiles and bundles in memory; the widest of each replaces the ones before. */
public final class InMemoryTiles implements TileSource {
  private record Place(int level, long index) {}

  private final Map<Place, Tile> tiles = new HashMap<>();
  private final Map<Long, EntryBundle> bundles = new HashMap<>();

  synchronized void add(TreeWriter.Growth growth) {
    growth
        .tiles()
        .forEach(tile -> tiles.put(new Place(tile.id().level(), tile.id().index()), tile));
    growth.bundles().forEach(bundle -> bundles.put(bundle.id().index(), bundle));
  }

  @Override
  public synchronized Tile tile(TileId id) throws IOException {
    Tile tile = tiles.get(new Place(id.level(), id.index()));
    if (tile == null || tile.id().width() < id.width()) {
      throw new IOException("no tile " + id);
    }
    return tile.prefix(id.width());
  }

  @Override
  public synchronized EntryBundle bundle(BundleId id) throws IOException {
    EntryBundle bundle = bundles.get(id.index());
    if (bundle == null || bundle.id().width() < id.width()) {
      throw new IOException("no bundle " + id);
    }
    return bundle.prefix(id.width());
  }
}
