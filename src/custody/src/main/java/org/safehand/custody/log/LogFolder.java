package org.safehand.custody.log;

import static java.util.Objects.requireNonNull;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;

/** An exported log as a source of tiles, not verified. */
public final class LogFolder implements TileSource {
  static final String CHECKPOINT = "checkpoint";

  private final Path folder;

  public LogFolder(Path folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  @Override
  public Tile tile(TileId id) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(id.path()));
    try {
      return new Tile(id, bytes);
    } catch (IllegalArgumentException e) {
      throw new IOException(id.path() + " is not a tile", e);
    }
  }

  @Override
  public EntryBundle bundle(BundleId id) throws IOException {
    return EntryBundle.of(id, Files.readAllBytes(folder.resolve(id.path())))
        .orElseThrow(() -> new IOException(id.path() + " is not an entry bundle"));
  }

  /** The bytes of the checkpoint. */
  public byte[] checkpoint() throws IOException {
    return Files.readAllBytes(folder.resolve(CHECKPOINT));
  }

  /**
   * Reads {@code file} into {@code buffer}, but not further than one byte beyond {@code expected}.
   * A log has thousands of files whose length is known: so neither is it asked for, nor is there a
   * new array for each.
   *
   * @return how many bytes were read: {@code expected} exactly if the file has that length
   */
  static int read(Path file, byte[] buffer, int expected) throws IOException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      return in.readNBytes(buffer, 0, expected + 1);
    }
  }
}
