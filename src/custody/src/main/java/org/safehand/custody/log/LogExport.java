package org.safehand.custody.log;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.safehand.custody.anchor.AnchorPath;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.tree.TreeLayout;

/**
 * Writes a log into a folder in the tlog-tiles layout: the checkpoint, the full tiles and bundles
 * and exactly the partial ones of the checkpoint's size.
 */
public final class LogExport {
  private final TileSource source;

  public LogExport(TileSource source) {
    this.source = requireNonNull(source, "source is null");
  }

  /** Writes the log as of {@code note} without anchors. */
  public void write(SignedNote note, Path folder) throws IOException, NoteException {
    write(note, List.of(), folder);
  }

  /**
   * Writes the log as of {@code note} with {@code anchors} into {@code folder}, which must be empty
   * or absent. The checkpoint is written last: a folder without one is not a whole export.
   */
  public void write(SignedNote note, List<LogAnchor> anchors, Path folder)
      throws IOException, NoteException {
    TreeLayout layout = new TreeLayout(Checkpoint.of(note).size());
    Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new IOException(folder + " is not empty");
      }
    }
    for (Iterator<TileId> ids = layout.tiles().iterator(); ids.hasNext(); ) {
      TileId id = ids.next();
      write(folder.resolve(id.path()), source.tile(id).bytes());
    }
    for (Iterator<BundleId> ids = layout.bundles().iterator(); ids.hasNext(); ) {
      BundleId id = ids.next();
      write(folder.resolve(id.path()), source.bundle(id).bytes());
    }
    for (LogAnchor anchor : anchors) {
      long size = anchor.checkpoint().size();
      write(folder.resolve(AnchorPath.checkpoint(size)), anchor.note().bytes());
      write(folder.resolve(AnchorPath.token(size)), anchor.token().bytes());
    }
    write(folder.resolve(LogFolder.CHECKPOINT), note.bytes());
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(file, bytes);
  }
}
