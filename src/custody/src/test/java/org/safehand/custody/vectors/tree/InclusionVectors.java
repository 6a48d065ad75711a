package org.safehand.custody.vectors.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.proof.ProofFault;
import org.safehand.custody.tree.InclusionProof;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Inclusion proofs (RFC 9162, section 2.1.3). */
public final class InclusionVectors implements VectorKind {
  private static final long[][] PLACES = {
    {0, 1},
    {0, 2},
    {1, 2},
    {0, 3},
    {1, 3},
    {2, 3},
    {3, 7},
    {5, 7},
    {6, 7},
    {0, 8},
    {7, 8},
    {255, 256},
    {0, 257},
    {255, 257},
    {256, 257},
    {511, 513},
    {512, 513},
    {1000, 65_537},
    {65_535, 65_536},
    {65_536, 65_537}
  };

  @Override
  public String name() {
    return "inclusion";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    InclusionProof proof =
        new InclusionProof(vector.number("index"), vector.number("size"), vector.hashes("path"));
    return proof.verify(vector.hash("leaf-hash"), vector.hash("root"))
        ? Vector.OK
        : ProofFault.NOT_INCLUDED.code();
  }

  @Override
  public void make(Suite suite) throws IOException {
    Grown tree = new Grown();
    for (long[] place : PLACES) {
      suite.put(
          "ok-" + place[0] + "-of-" + place[1],
          proof(
              Vector.ok("leaf `entry " + place[0] + "` in a tree of " + place[1]),
              place[0],
              place[1],
              Grown.leaf(place[0]),
              tree.root(place[1]),
              tree.inclusion(place[0], place[1])));
    }
    makeLarge(suite);
    makeRefused(suite, tree);
  }

  private static Vector proof(
      Vector vector, long index, long size, Digest leaf, Digest root, List<Digest> path) {
    return vector
        .with("index", index)
        .with("size", size)
        .with("leaf-hash", leaf)
        .with("root", root)
        .withAll("path", path);
  }

  /** Trees that nobody has, but whose proofs can be made: indexes beyond 32 bits. */
  private static void makeLarge(Suite suite) {
    Digest leaf = Grown.leaf(0);
    Digest left = Grown.filling(1).get(0);
    long size = 1L << 40;
    suite.put(
        "ok-beyond-32-bits-last",
        proof(
            Vector.ok("the last of 2^40 + 1 leaves, whose only sibling is the tree of the others"),
            size,
            size + 1,
            leaf,
            Grown.node(left, leaf),
            List.of(left)));
    List<Digest> path = Grown.filling(40);
    Digest root = leaf;
    for (Digest sibling : path) {
      root = Grown.node(root, sibling);
    }
    suite.put(
        "ok-beyond-32-bits-first",
        proof(Vector.ok("the first of 2^40 leaves"), 0, size, leaf, root, path));
  }

  private static void makeRefused(Suite suite, Grown tree) throws IOException {
    Digest leaf = Grown.leaf(5);
    Digest root = tree.root(11);
    List<Digest> path = tree.inclusion(5, 11);
    refuse(suite, "other-leaf", 5, 11, Grown.leaf(4), root, path, "another leaf");
    refuse(suite, "other-root", 5, 11, leaf, tree.root(10), path, "the root of a smaller tree");
    refuse(suite, "neighbour", 4, 11, leaf, root, path, "the index before");
    refuse(suite, "far-index", 7, 11, leaf, root, path, "an index whose path is as long");
    refuse(suite, "smaller-size", 5, 5, leaf, root, path, "an index that is the size");
    refuse(suite, "index-beyond-size", 21, 11, leaf, root, path, "an index beyond the size");
    refuse(suite, "size-of-one", 5, 6, leaf, root, path, "a size that gives a shorter path");
    refuse(suite, "larger-size", 5, 17, leaf, root, path, "a size that gives a longer path");
    refuse(suite, "empty-tree", 0, 0, leaf, root, path, "a leaf of an empty tree");
    refuse(suite, "missing-last", 5, 11, leaf, root, path.subList(0, 3), "the last hash missing");
    refuse(suite, "missing-first", 5, 11, leaf, root, path.subList(1, 4), "the first hash missing");
    refuse(suite, "no-path", 5, 11, leaf, root, List.of(), "no path");
    refuse(suite, "root-as-leaf", 0, 1, leaf, root, List.of(), "another root in a tree of one");
    List<Digest> more = new ArrayList<>(path);
    more.add(root);
    refuse(suite, "one-more", 5, 11, leaf, root, more, "a hash too many");
    refuse(
        suite,
        "one-more-in-a-tree-of-one",
        0,
        1,
        leaf,
        Grown.node(root, leaf),
        List.of(root),
        "a hash where the leaf is the root");
    List<Digest> swapped = new ArrayList<>(path);
    Collections.swap(swapped, 0, 1);
    refuse(suite, "swapped", 5, 11, leaf, root, swapped, "two hashes in the other order");
    List<Digest> flipped = new ArrayList<>(path);
    byte[] bytes = path.get(3).bytes();
    bytes[31] ^= 1;
    flipped.set(3, Digest.ofBytes(bytes));
    refuse(suite, "flipped", 5, 11, leaf, root, flipped, "one bit of the last hash");
    makeSides(suite);
  }

  /** Roots that fold right, with the index or size of another place. */
  private static void makeSides(Suite suite) {
    Digest leaf = Grown.leaf(0);
    Digest other = Grown.leaf(1);
    List<Digest> path = List.of(other);
    Digest left = Grown.node(leaf, other);
    refuse(suite, "left-as-right", 1, 2, leaf, left, path, "a left child that claims to be right");
    Digest right = Grown.node(other, leaf);
    refuse(suite, "right-as-left", 0, 2, leaf, right, path, "a right child that claims to be left");
    refuse(
        suite,
        "index-1-of-1",
        1,
        1,
        leaf,
        leaf,
        List.of(),
        "an index equal to the size, of a proof that else would hold");
    refuse(
        suite,
        "path-ends-below-the-root",
        0,
        4,
        leaf,
        left,
        path,
        "hashes that fold to the root given, but too few for the size");
  }

  private static void refuse(
      Suite suite,
      String name,
      long index,
      long size,
      Digest leaf,
      Digest root,
      List<Digest> path,
      String shows) {
    suite.put(
        name,
        proof(
            Vector.refused(ProofFault.NOT_INCLUDED.code(), shows), index, size, leaf, root, path));
  }
}
