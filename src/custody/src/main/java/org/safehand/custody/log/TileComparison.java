package org.safehand.custody.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;

/**
 * Compares each tile that the entries give with its file, and remembers the first difference.
 *
 * <p>Whether an entry or a tile was altered shows only at the end: if the entries give the signed
 * root, the tile is wrong, else the entry is.
 */
final class TileComparison {
  private final Path folder;
  private final byte[] buffer = new byte[TileId.FULL * Digest.LENGTH + 1];
  private @Nullable LogException inTile;
  private @Nullable LogException inLeaf;

  TileComparison(Path folder) {
    this.folder = folder;
  }

  /** Compares {@code computed} with the file of its path. */
  void compare(Tile computed) {
    int expected = computed.id().width() * Digest.LENGTH;
    Path file = folder.resolve(computed.id().path());
    try {
      int length = LogFolder.read(file, buffer, expected);
      if (length != expected) {
        remember(
            new LogException(
                LogFault.TILE_LENGTH,
                computed.id().path(),
                expected + " bytes",
                Files.size(file) + " bytes"));
        return;
      }
      int difference = computed.mismatch(buffer, length);
      if (difference >= 0) {
        Tile found = new Tile(computed.id(), Arrays.copyOf(buffer, length));
        rememberHash(computed, found, difference / Digest.LENGTH);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rememberHash(Tile computed, Tile file, int position) {
    String fromEntries = computed.hash(position).hex();
    String fromFile = file.hash(position).hex();
    TileId id = computed.id();
    remember(
        new LogException(
            LogFault.TILE_HASH, id.path() + " hash " + position, fromEntries, fromFile));
    if (inLeaf == null && id.level() == 0) {
      inLeaf =
          new LogException(
              LogFault.LEAF_HASH,
              new BundleId(id.index(), id.width()).path()
                  + " entry "
                  + position
                  + " (leaf "
                  + (id.index() * TileId.FULL + position)
                  + ")",
              fromFile,
              fromEntries);
    }
  }

  private void remember(LogException difference) {
    if (inTile == null) {
      inTile = difference;
    }
  }

  /**
   * Refuses if any tile was different.
   *
   * @param entriesHold whether the entries give the signed root
   */
  void requireSame(boolean entriesHold) throws LogException {
    if (!entriesHold && inLeaf != null) {
      throw inLeaf;
    }
    if (inTile != null) {
      throw inTile;
    }
  }
}
