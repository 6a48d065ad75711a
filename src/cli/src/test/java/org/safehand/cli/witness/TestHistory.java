package org.safehand.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.witness.AddCheckpoint;

/**
 * What a log may submit: one of its histories.
 *
 * @param name in the leaves; two names are a fork
 */
record TestHistory(String name) {
  static final String ORIGIN = "example.org/log";
  static final LogKey KEY = LogKey.generate(ORIGIN, new SecureRandom());

  private TreeWriter tree(int size) {
    TreeWriter tree = new TreeWriter();
    for (int i = 0; i < size; i++) {
      tree.append((name + i).getBytes(UTF_8));
    }
    return tree;
  }

  SignedNote note(int size) {
    return KEY.sign(new Checkpoint(ORIGIN, size, tree(size).root()));
  }

  /** The body that submits {@code size} to a witness that has cosigned {@code old}. */
  byte[] request(int old, int size) {
    MemoryTiles tiles = new MemoryTiles();
    tiles.store(tree(size));
    try {
      return new AddCheckpoint(old, new ProofMaker(tiles).consistency(old, size).path(), note(size))
          .bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
