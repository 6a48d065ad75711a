package org.safehand.custody.log;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.Events;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.Trusts;

/** A log of synthetic leaves in memory, and its export. */
public final class LogFixture {
  public static final LogKey KEY = LogKey.generate("example.org/log", new SecureRandom());

  private final TreeWriter writer = new TreeWriter();
  private final MemoryTiles tiles = new MemoryTiles();

  /** A log of {@code size} leaves; every 256th is made, the others repeat it with another time. */
  public LogFixture(int size) {
    byte[] leaf = Events.leaf().bytes();
    for (int i = 0; i < size; i++) {
      if (i % 256 == 0) {
        leaf = Events.leaf().bytes();
      }
      // the minute and second of the time, so that no two leaves of a tile are equal
      leaf[173] = (byte) ('0' + i / 60 % 6);
      leaf[174] = (byte) ('0' + i / 10 % 10);
      leaf[177] = (byte) ('0' + i % 10);
      append(leaf);
    }
    tiles.store(writer);
  }

  private void append(byte[] leaf) {
    writer.append(BlindLeaf.of(leaf).orElseThrow().bytes());
  }

  public MemoryTiles tiles() {
    return tiles;
  }

  public Checkpoint checkpoint() {
    return new Checkpoint(KEY.name(), writer.size(), writer.root());
  }

  public SignedNote note() {
    return KEY.sign(checkpoint());
  }

  public static Trust trust() {
    return Trusts.of(KEY);
  }

  public void export(Path folder) throws IOException, NoteException {
    new LogExport(tiles).write(note(), folder);
  }
}
