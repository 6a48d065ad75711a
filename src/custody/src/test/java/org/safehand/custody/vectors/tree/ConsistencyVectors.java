package org.safehand.custody.vectors.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.log.LogFault;
import org.safehand.custody.tree.ConsistencyProof;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Consistency proofs (RFC 9162, section 2.1.4). */
public final class ConsistencyVectors implements VectorKind {
  private static final Digest EMPTY = Digest.of();
  private static final long[][] SIZES = {
    {0, 0},
    {0, 1},
    {0, 5},
    {1, 1},
    {1, 2},
    {1, 3},
    {2, 3},
    {3, 4},
    {3, 7},
    {4, 7},
    {5, 6},
    {5, 7},
    {9, 10},
    {10, 11},
    {13, 14},
    {17, 19},
    {6, 7},
    {6, 8},
    {7, 8},
    {8, 8},
    {255, 256},
    {256, 257},
    {255, 257},
    {257, 513},
    {512, 513},
    {513, 65_537},
    {65_535, 65_536},
    {65_536, 65_537}
  };

  @Override
  public String name() {
    return "consistency";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    ConsistencyProof proof =
        new ConsistencyProof(
            vector.number("first"), vector.number("second"), vector.hashes("path"));
    return proof.verify(vector.hash("first-root"), vector.hash("second-root"))
        ? Vector.OK
        : LogFault.INCONSISTENT.code();
  }

  @Override
  public void make(Suite suite) throws IOException {
    Grown tree = new Grown();
    for (long[] sizes : SIZES) {
      suite.put(
          "ok-" + sizes[0] + "-to-" + sizes[1],
          proof(
              Vector.ok("a tree of " + sizes[0] + " is the beginning of one of " + sizes[1]),
              sizes[0],
              sizes[1],
              tree.root(sizes[0]),
              tree.root(sizes[1]),
              tree.consistency(sizes[0], sizes[1])));
    }
    makeLarge(suite);
    makeTrivial(suite, tree);
    makeRefused(suite, tree);
    makeSides(suite);
  }

  private static Vector proof(
      Vector vector, long first, long second, Digest small, Digest large, List<Digest> path) {
    return vector
        .with("first", first)
        .with("second", second)
        .with("first-root", small)
        .with("second-root", large)
        .withAll("path", path);
  }

  private static void refuse(
      Suite suite,
      String name,
      long first,
      long second,
      Digest small,
      Digest large,
      List<Digest> path,
      String shows) {
    suite.put(
        name,
        proof(
            Vector.refused(LogFault.INCONSISTENT.code(), shows),
            first,
            second,
            small,
            large,
            path));
  }

  private static void makeLarge(Suite suite) {
    Digest small = Grown.filling(1).get(0);
    Digest leaf = Grown.leaf(0);
    suite.put(
        "ok-beyond-32-bits",
        proof(
            Vector.ok("2^40 leaves and one more"),
            1L << 40,
            (1L << 40) + 1,
            small,
            Grown.node(small, leaf),
            List.of(leaf)));
  }

  private static void makeTrivial(Suite suite, Grown tree) throws IOException {
    Digest five = tree.root(5);
    Digest six = tree.root(6);
    List<Digest> some = List.of(five);
    refuse(suite, "fork", 5, 5, five, six, List.of(), "equal sizes with other roots");
    refuse(suite, "equal-with-path", 5, 5, five, five, some, "a path where none is needed");
    refuse(suite, "empty-with-path", 0, 5, EMPTY, five, some, "a path from the empty tree");
    refuse(suite, "empty-with-root", 0, 5, five, five, List.of(), "an empty tree with a root");
    refuse(suite, "empty-fork", 0, 0, five, five, List.of(), "two empty trees with a root");
    refuse(suite, "shrunk", 6, 5, six, five, tree.consistency(5, 6), "a tree that became smaller");
    refuse(suite, "shrunk-no-path", 6, 5, six, five, List.of(), "likewise, without a path");
    refuse(suite, "shrunk-to-nothing", 5, 0, five, EMPTY, List.of(), "a tree that was emptied");
    refuse(suite, "no-path", 5, 6, five, six, List.of(), "no path");
    refuse(suite, "no-path-from-power", 4, 6, tree.root(4), six, List.of(), "no path from 4 to 6");
    refuse(suite, "no-path-same-root", 4, 6, six, six, List.of(), "other sizes with equal roots");
  }

  private static void makeRefused(Suite suite, Grown tree) throws IOException {
    Digest small = tree.root(6);
    Digest large = tree.root(11);
    List<Digest> path = tree.consistency(6, 11);
    int count = path.size();
    refuse(suite, "other-first-root", 6, 11, tree.root(5), large, path, "another smaller tree");
    refuse(suite, "other-second-root", 6, 11, small, tree.root(12), path, "another larger tree");
    refuse(suite, "other-first-size", 7, 11, small, large, path, "another smaller size");
    refuse(suite, "other-second-size", 6, 17, small, large, path, "a larger size");
    refuse(suite, "second-size-shorter", 6, 8, small, large, path, "a size with a shorter path");
    refuse(
        suite, "missing-last", 6, 11, small, large, path.subList(0, count - 1), "the last missing");
    refuse(
        suite, "missing-first", 6, 11, small, large, path.subList(1, count), "the first missing");
    List<Digest> more = new ArrayList<>(path);
    more.add(large);
    refuse(suite, "one-more", 6, 11, small, large, more, "a hash too many");
    for (int i = 0; i < count; i++) {
      List<Digest> flipped = new ArrayList<>(path);
      byte[] bytes = path.get(i).bytes();
      bytes[0] ^= (byte) 0x80;
      flipped.set(i, Digest.ofBytes(bytes));
      refuse(suite, "flipped-" + i, 6, 11, small, large, flipped, "one bit of hash " + i);
    }
    List<Digest> swapped = new ArrayList<>(path);
    Collections.swap(swapped, 0, 1);
    refuse(suite, "swapped", 6, 11, small, large, swapped, "two hashes in the other order");
    List<Digest> withRoot = new ArrayList<>(tree.consistency(4, 7));
    withRoot.add(0, tree.root(4));
    refuse(
        suite,
        "root-repeated",
        4,
        7,
        tree.root(4),
        tree.root(7),
        withRoot,
        "the smaller root in the path, although it is known: its size is a power of two");
  }

  /** Paths of which only one of the two roots follows. */
  private static void makeSides(Suite suite) {
    Digest a = Grown.leaf(0);
    Digest b = Grown.leaf(1);
    Digest c = Grown.leaf(2);
    Digest d = Grown.leaf(3);
    Digest ab = Grown.node(a, b);
    Digest abc = Grown.node(ab, c);
    Digest abcd = Grown.node(ab, Grown.node(c, d));
    List<Digest> path = List.of(c, d, ab);
    suite.put(
        "ok-by-hand",
        proof(Vector.ok("three leaves and four, made by hand"), 3, 4, abc, abcd, path));
    Digest forked = Grown.node(Grown.node(b, a), c);
    refuse(suite, "only-the-larger", 3, 4, forked, abcd, path, "the smaller root does not follow");
    refuse(suite, "only-the-smaller", 3, 4, abc, forked, path, "the larger root does not follow");
    refuse(
        suite,
        "path-ends-below-the-root",
        3,
        8,
        abc,
        abcd,
        path,
        "hashes that fold to both roots, but too few for the size");
    refuse(
        suite,
        "power-ends-below-the-root",
        1,
        4,
        a,
        ab,
        List.of(b),
        "likewise, from a power of two");
    refuse(
        suite,
        "path-beyond-the-root",
        1,
        2,
        Grown.node(c, a),
        Grown.node(c, ab),
        List.of(b, c),
        "hashes that fold to both roots, but too many for the size");
  }
}
