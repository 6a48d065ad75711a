package org.safehand.custody.vectors.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.vectors.event.Parts;

/** A log of the first so many leaves of the suite, as the files of its export. */
public final class SampleLog {
  private final TreeWriter writer = new TreeWriter();
  private final MemoryTiles tiles = new MemoryTiles();

  public SampleLog(int size) {
    this(size, Parts::leaf);
  }

  public SampleLog(int size, IntFunction<byte[]> leaves) {
    for (int i = 0; i < size; i++) {
      writer.append(leaves.apply(i));
    }
    tiles.store(writer);
  }

  /** The text of its checkpoint. */
  public String text() {
    return new Checkpoint(TestKey.ORIGIN, writer.size(), writer.root()).text();
  }

  /** Its checkpoint, signed by the log and {@code more}. */
  public String checkpoint(TestKey... more) {
    StringBuilder note = new StringBuilder(text()).append('\n').append(TestKey.LOG.line(text()));
    for (TestKey key : more) {
      note.append(key.line(text()));
    }
    return note.toString();
  }

  public SignedNote note(TestKey... more) {
    try {
      return SignedNote.parse(checkpoint(more).getBytes(UTF_8));
    } catch (NoteException e) {
      throw new AssertionError(e);
    }
  }

  public List<Digest> path(long index) throws IOException {
    return new ProofMaker(tiles).inclusion(index, writer.size()).path();
  }

  /** The proof that this log continues its first {@code size} entries. */
  public List<Digest> growth(long size) throws IOException {
    return new ProofMaker(tiles).consistency(size, writer.size()).path();
  }

  /** Tiles and bundles by their paths. */
  public Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    TreeLayout layout = new TreeLayout(writer.size());
    for (TileId id : layout.tiles().toList()) {
      files.put(id.path(), tiles.tile(id).bytes());
    }
    for (BundleId id : layout.bundles().toList()) {
      files.put(id.path(), tiles.bundle(id).bytes());
    }
    return files;
  }
}
