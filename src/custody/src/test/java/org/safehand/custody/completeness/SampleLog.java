package org.safehand.custody.completeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.log.LogExport;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.Trusts;

/** A log that takes whatever leaves it is given, as a log that conspires would. */
public final class SampleLog {
  static final LogKey KEY = LogKey.generate("example.org/log", new SecureRandom());
  static final Trust TRUST = Trusts.of(KEY);

  private final TreeWriter writer = new TreeWriter();
  private final MemoryTiles tiles = new MemoryTiles();
  private final LogKey key;

  SampleLog() {
    this(KEY);
  }

  /** A log whose checkpoints {@code key} signs. */
  public SampleLog(LogKey key) {
    this.key = key;
  }

  /** The index that {@code leaf} gets. */
  public long append(BlindLeaf leaf) {
    writer.append(leaf.bytes());
    tiles.store(writer);
    return writer.size() - 1;
  }

  public SignedNote checkpoint() {
    return checkpoint(key);
  }

  SignedNote checkpoint(LogKey signer) {
    return signer.sign(new Checkpoint(signer.name(), writer.size(), writer.root()));
  }

  List<Digest> proof(long index) {
    try {
      return new ProofMaker(tiles).inclusions(List.of(index), writer.size()).get(0).path();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path export(Path folder) throws IOException, NoteException {
    new LogExport(tiles).write(checkpoint(), folder);
    return folder;
  }
}
