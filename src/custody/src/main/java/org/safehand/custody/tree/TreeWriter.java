package org.safehand.custody.tree;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;

/** Appends entries to a tree and gives the tiles and bundles that came of it. For one thread. */
public final class TreeWriter {
  private final List<Tile> fullTiles = new ArrayList<>();
  private final List<EntryBundle> fullBundles = new ArrayList<>();
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
  private final TreeEdge edge = new TreeEdge(fullTiles::add);

  /** A writer of an empty tree. */
  public TreeWriter() {}

  /**
   * A writer that goes on after the {@code size} entries in {@code source}; the caller compares
   * {@link #root} with what it should be.
   */
  public static TreeWriter resume(TileSource source, long size) throws IOException {
    TreeWriter writer = new TreeWriter();
    List<Tile> partial = new ArrayList<>();
    for (TileId id : TreeEdge.partialIds(size)) {
      partial.add(source.tile(id));
    }
    writer.edge.restore(size, partial);
    var last = new TreeLayout(size).bundle(size / TileId.FULL);
    if (last.isPresent()) {
      writer.bundle.writeBytes(source.bundle(last.get()).bytes());
    }
    return writer;
  }

  /** Appends {@code entry}, at most {@value EntryBundle#MAX_ENTRY} bytes. */
  public void append(byte[] entry) {
    if (requireNonNull(entry, "entry is null").length > EntryBundle.MAX_ENTRY) {
      throw new IllegalArgumentException("an entry has at most 65535 bytes");
    }
    bundle.write(entry.length >> 8);
    bundle.write(entry.length);
    bundle.writeBytes(entry);
    edge.append(entry, 0, entry.length);
    if (size() % TileId.FULL == 0) {
      fullBundles.add(lastBundle(new BundleId(size() / TileId.FULL - 1, TileId.FULL)));
      bundle.reset();
    }
  }

  public long size() {
    return edge.size();
  }

  public Digest root() {
    return edge.root();
  }

  /**
   * What filled up since the last call, and the partial tiles and bundle of the present size:
   * together with what was given before, all that {@link TreeLayout} names.
   */
  public Growth takeGrowth() {
    List<Tile> tiles = new ArrayList<>(fullTiles);
    tiles.addAll(edge.partialTiles());
    List<EntryBundle> bundles = new ArrayList<>(fullBundles);
    new TreeLayout(size())
        .bundle(size() / TileId.FULL)
        .ifPresent(id -> bundles.add(lastBundle(id)));
    fullTiles.clear();
    fullBundles.clear();
    return new Growth(tiles, bundles);
  }

  private EntryBundle lastBundle(BundleId id) {
    return EntryBundle.of(id, bundle.toByteArray()).orElseThrow();
  }

  /** New tiles and bundles, the full ones first. */
  public record Growth(List<Tile> tiles, List<EntryBundle> bundles) {
    public Growth {
      tiles = List.copyOf(tiles);
      bundles = List.copyOf(bundles);
    }
  }
}
