package org.safehand.custody.tree;

import java.io.IOException;

/**
 * Where tiles and entry bundles come from: a folder, a database, a server.
 *
 * <p>A tile only grows, so a source that holds a wider one answers with its {@link Tile#prefix}.
 * What a source returns is not trusted before it was checked against a signed checkpoint.
 */
public interface TileSource {
  /**
   * The tile {@code id}.
   *
   * @throws IOException if there is no such tile or it cannot be read
   */
  Tile tile(TileId id) throws IOException;

  /**
   * The bundle {@code id}.
   *
   * @throws IOException if there is no such bundle or it cannot be read
   */
  EntryBundle bundle(BundleId id) throws IOException;
}
