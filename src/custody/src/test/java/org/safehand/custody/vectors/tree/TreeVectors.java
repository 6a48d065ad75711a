package org.safehand.custody.vectors.tree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.log.LogFault;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/**
 * Trees over given entries: the root, and which tiles and bundles of which bytes they consist of.
 */
public final class TreeVectors implements VectorKind {
  private static final String ENTRY = "entry";
  private static final String NUMBERED = "numbered-entries";
  private static final String ROOT = "root";

  /** The entries of the reference tests of Certificate Transparency. */
  private static final List<String> REFERENCE =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @Override
  public String name() {
    return "tree";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws IOException {
    TreeWriter writer = new TreeWriter();
    entries(vector).forEach(writer::append);
    if (!writer.root().equals(vector.hash(ROOT))) {
      return LogFault.ROOT.code();
    }
    MemoryTiles tiles = new MemoryTiles();
    tiles.store(writer);
    long size = writer.size();
    assertThat(new ProofMaker(tiles).root(size)).isEqualTo(writer.root());
    assertThat(files(tiles, size, true)).isEqualTo(vector.texts("tile"));
    assertThat(files(tiles, size, false)).isEqualTo(vector.texts("bundle"));
    return Vector.OK;
  }

  private static List<byte[]> entries(Vector vector) {
    if (vector.has(NUMBERED)) {
      return IntStream.range(0, (int) vector.number(NUMBERED)).mapToObj(Grown::entry).toList();
    }
    return vector.texts(ENTRY).stream().map(HexFormat.of()::parseHex).toList();
  }

  /** Path and SHA-256 of each file, in the order of the layout. */
  private static List<String> files(MemoryTiles tiles, long size, boolean hashes)
      throws IOException {
    TreeLayout layout = new TreeLayout(size);
    List<String> files = new ArrayList<>();
    if (hashes) {
      for (Iterator<TileId> ids = layout.tiles().iterator(); ids.hasNext(); ) {
        TileId id = ids.next();
        files.add(id.path() + " " + Digest.of(tiles.tile(id).bytes()).base64());
      }
    } else {
      for (Iterator<BundleId> ids = layout.bundles().iterator(); ids.hasNext(); ) {
        BundleId id = ids.next();
        files.add(id.path() + " " + Digest.of(tiles.bundle(id).bytes()).base64());
      }
    }
    return files;
  }

  @Override
  public void make(Suite suite) throws IOException {
    for (int size = 0; size <= REFERENCE.size(); size++) {
      put(
          suite,
          "ok-reference-" + size,
          Vector.ok(size + " of the reference entries of Certificate Transparency, in hexadecimal")
              .withAll(ENTRY, REFERENCE.subList(0, size)));
    }
    for (int size : new int[] {0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 1000, 65_536, 65_537}) {
      put(
          suite,
          "ok-numbered-" + size,
          Vector.ok("the entries are the texts `entry 0`, `entry 1`, ...").with(NUMBERED, size));
    }
    put(
        suite,
        "ok-long-entries",
        Vector.ok("entries of 256 and 771 bytes, whose lengths take both bytes in a bundle")
            .withAll(ENTRY, List.of("00".repeat(256), "ff".repeat(771), "61")));
    makeRefused(suite);
  }

  private static void put(Suite suite, String name, Vector inputs) throws IOException {
    TreeWriter writer = new TreeWriter();
    entries(inputs).forEach(writer::append);
    MemoryTiles tiles = new MemoryTiles();
    tiles.store(writer);
    suite.put(
        name,
        inputs
            .with(ROOT, writer.root())
            .withAll("tile", files(tiles, writer.size(), true))
            .withAll("bundle", files(tiles, writer.size(), false)));
  }

  private static void makeRefused(Suite suite) {
    Digest a = leaf("a");
    Digest b = leaf("b");
    Digest c = leaf("c");
    refuse(
        suite,
        "last-leaf-repeated",
        "a tree that is filled up with its last leaf",
        Grown.node(Grown.node(a, b), Grown.node(c, c)));
    refuse(
        suite,
        "split-in-the-middle",
        "a tree that is split after the first of three leaves",
        Grown.node(a, Grown.node(b, c)));
    refuse(
        suite,
        "leaves-without-prefix",
        "leaf hashes without the byte 0x00",
        Grown.node(Grown.node(plain("a"), plain("b")), plain("c")));
    refuse(
        suite,
        "nodes-without-prefix",
        "node hashes without the byte 0x01",
        Digest.of(Digest.of(a.bytes(), b.bytes()).bytes(), c.bytes()));
  }

  private static Digest leaf(String entry) {
    return Digest.of(new byte[1], entry.getBytes(US_ASCII));
  }

  private static Digest plain(String entry) {
    return Digest.of(entry.getBytes(US_ASCII));
  }

  private static void refuse(Suite suite, String name, String shows, Digest root) {
    suite.put(
        name,
        Vector.refused(LogFault.ROOT.code(), shows)
            .withAll(ENTRY, List.of("61", "62", "63"))
            .with(ROOT, root));
  }
}
