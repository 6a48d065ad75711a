package org.safehand.bench.log;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.custody.tree.TreeWriter;

/**
 * An exported log of synthetic leaves, made on disk without ever being whole in memory.
 *
 * @param folder where it is
 * @param checkpoint what it is of
 * @param key whose signature the checkpoint bears
 */
public record GeneratedLog(Path folder, Checkpoint checkpoint, LogKey key) {
  private static final String ORIGIN = "bench.example.org/log";
  private static final int TAKE = 64 * TileId.FULL;

  public GeneratedLog {
    requireNonNull(folder, "folder is null");
    requireNonNull(checkpoint, "checkpoint is null");
    requireNonNull(key, "key is null");
  }

  /**
   * Makes a log of {@code size} leaves in {@code folder}.
   *
   * @param own leaves that stand among the synthetic ones, in their order, evenly spread
   */
  public static GeneratedLog make(Path folder, long size, List<BlindLeaf> own) throws IOException {
    if (own.size() > size) {
      throw new IllegalArgumentException(own.size() + " leaves do not fit into " + size);
    }
    SyntheticLeaves synthetic = new SyntheticLeaves(size);
    TreeWriter tree = new TreeWriter();
    int placed = 0;
    for (long index = 0; index < size; index++) {
      boolean due = placed < own.size() && index == indexOf(placed, own.size(), size);
      tree.append(due ? own.get(placed++).bytes() : synthetic.next());
      if (tree.size() % TAKE == 0) {
        write(folder, tree.takeGrowth(), false);
      }
    }
    write(folder, tree.takeGrowth(), true);
    LogKey key = LogKey.generate(ORIGIN, new SecureRandom());
    Checkpoint checkpoint = new Checkpoint(ORIGIN, size, tree.root());
    Files.write(folder.resolve("checkpoint"), key.sign(checkpoint).bytes());
    return new GeneratedLog(folder, checkpoint, key);
  }

  /** Where leaf {@code number} of {@code count} own leaves stands in a log of {@code size}. */
  public static long indexOf(int number, int count, long size) {
    return size * number / count;
  }

  /** The bundles of the log, in order. */
  public List<BundleId> bundles() {
    return new TreeLayout(checkpoint.size()).bundles().toList();
  }

  private static void write(Path folder, TreeWriter.Growth growth, boolean last)
      throws IOException {
    for (Tile tile : growth.tiles()) {
      if (last || tile.id().isFull()) {
        write(folder.resolve(tile.id().path()), tile.bytes());
      }
    }
    for (EntryBundle bundle : growth.bundles()) {
      if (last || bundle.id().width() == TileId.FULL) {
        write(folder.resolve(bundle.id().path()), bundle.bytes());
      }
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(requireNonNull(file.getParent(), "a file of the log has a folder"));
    Files.write(file, bytes);
  }
}
