package org.safehand.custody.log;

import java.util.List;
import java.util.stream.IntStream;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.Events;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.TreeWriter;

/** One log at each of its sizes: the smaller is the beginning of the larger. */
final class PrefixLog {
  private static final List<BlindLeaf> LEAVES =
      IntStream.range(0, 600).mapToObj(i -> Events.leaf()).toList();

  private final TreeWriter writer = new TreeWriter();
  private final MemoryTiles tiles = new MemoryTiles();

  PrefixLog(int size) {
    LEAVES.subList(0, size).forEach(leaf -> writer.append(leaf.bytes()));
    tiles.store(writer);
  }

  MemoryTiles tiles() {
    return tiles;
  }

  Checkpoint checkpoint() {
    return new Checkpoint(LogFixture.KEY.name(), writer.size(), writer.root());
  }

  SignedNote note() {
    return LogFixture.KEY.sign(checkpoint());
  }
}
