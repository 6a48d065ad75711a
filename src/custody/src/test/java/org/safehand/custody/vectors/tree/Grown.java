package org.safehand.custody.vectors.tree;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.TreeWriter;

/** A tree of the entries {@code entry 0}, {@code entry 1}, ... and what can be proved of it. */
final class Grown {
  private static final int SIZE = 65_537;
  private static final byte[] NODE = {1};

  private final MemoryTiles tiles = new MemoryTiles();
  private final ProofMaker proofs = new ProofMaker(tiles);

  Grown() {
    TreeWriter writer = new TreeWriter();
    for (int i = 0; i < SIZE; i++) {
      writer.append(entry(i));
    }
    tiles.store(writer);
  }

  static byte[] entry(int index) {
    return ("entry " + index).getBytes(US_ASCII);
  }

  static Digest leaf(long index) {
    return Digest.of(new byte[1], entry((int) index));
  }

  static Digest node(Digest left, Digest right) {
    return Digest.of(NODE, left.bytes(), right.bytes());
  }

  /** {@code count} hashes of nothing in particular. */
  static List<Digest> filling(int count) {
    List<Digest> hashes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hashes.add(Digest.of(("filling " + i).getBytes(US_ASCII)));
    }
    return hashes;
  }

  Digest root(long size) throws IOException {
    return proofs.root(size);
  }

  List<Digest> inclusion(long index, long size) throws IOException {
    return proofs.inclusion(index, size).path();
  }

  List<Digest> consistency(long first, long second) throws IOException {
    return proofs.consistency(first, second).path();
  }
}
