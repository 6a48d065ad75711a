package org.safehand.custody.tree;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.proof.ProofMaker;

/** Proofs out of tiles against the definition, and every way in which a proof can be wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTest {
  private static final int MANY = 66_000;
  private static final List<Integer> SIZES =
      List.of(255, 256, 257, 511, 512, 513, 1000, 65_535, 65_536, 65_537, MANY);

  private final List<byte[]> entries = new ArrayList<>();
  private final Map<Integer, Digest> roots = new HashMap<>();
  private final MemoryTiles tiles = new MemoryTiles();
  private final ProofMaker proofs = new ProofMaker(tiles);

  @BeforeAll
  void grow() {
    TreeWriter writer = new TreeWriter();
    roots.put(0, writer.root());
    for (int i = 0; i < MANY; i++) {
      byte[] entry = {(byte) (i >> 16), (byte) (i >> 8), (byte) i};
      entries.add(entry);
      writer.append(entry);
      if (i < 100 || SIZES.contains(i + 1)) {
        roots.put(i + 1, writer.root());
      }
    }
    tiles.store(writer);
  }

  @Test
  void everyProofOfSmallTrees_asDefinedAndVerifies() throws IOException {
    for (int n = 1; n <= 70; n++) {
      List<byte[]> d = entries.subList(0, n);
      assertThat(root(n)).isEqualTo(ReferenceTree.root(d));
      for (int m = 0; m < n; m++) {
        InclusionProof inclusion = proofs.inclusion(m, n);
        assertThat(inclusion.path()).isEqualTo(ReferenceTree.path(m, d));
        assertThat(inclusion.verify(TreeHash.leaf(entries.get(m)), root(n))).isTrue();
      }
      for (int m = 1; m <= n; m++) {
        ConsistencyProof consistency = proofs.consistency(m, n);
        assertThat(consistency.path()).isEqualTo(ReferenceTree.proof(m, d, true));
        assertThat(consistency.verify(root(m), root(n))).isTrue();
      }
    }
  }

  @Test
  void proofsAcrossTileLevels_asDefinedAndVerify() throws IOException {
    for (int n : SIZES) {
      List<byte[]> d = entries.subList(0, n);
      assertThat(root(n)).as("root of %d", n).isEqualTo(ReferenceTree.root(d));
      assertThat(proofs.root(n)).isEqualTo(root(n));
      for (int m : new int[] {0, 1, n / 3, n / 2, n - 2, n - 1}) {
        InclusionProof inclusion = proofs.inclusion(m, n);
        assertThat(inclusion.path()).isEqualTo(ReferenceTree.path(m, d));
        assertThat(inclusion.verify(TreeHash.leaf(entries.get(m)), root(n))).isTrue();
        ConsistencyProof consistency = proofs.consistency(m + 1, n);
        assertThat(consistency.path()).isEqualTo(ReferenceTree.proof(m + 1, d, true));
        assertThat(consistency.verify(ReferenceTree.root(d.subList(0, m + 1)), root(n))).isTrue();
      }
    }
  }

  @Test
  void inclusionWithOneThingWrong_refused() throws IOException {
    for (int n = 1; n <= 20; n++) {
      for (int m = 0; m < n; m++) {
        Digest leaf = TreeHash.leaf(entries.get(m));
        List<Digest> path = proofs.inclusion(m, n).path();
        Digest root = root(n);
        for (int other = 0; other < 40; other++) {
          boolean same = other == m;
          assertThat(new InclusionProof(other, n, path).verify(leaf, root)).isEqualTo(same);
        }
        for (List<Digest> wrong : mutations(path)) {
          assertThat(new InclusionProof(m, n, wrong).verify(leaf, root)).isFalse();
        }
        assertThat(new InclusionProof(m, n, path).verify(Digest.of(), root)).isFalse();
        assertThat(new InclusionProof(m, n, path).verify(leaf, Digest.of())).isFalse();
      }
    }
  }

  /** A verifier that forgets {@code index < size} or the final check takes these. */
  @Test
  void indexBeyondSizeAndLeftOverSteps_refused() throws IOException {
    Digest leaf = TreeHash.leaf(entries.get(0));
    assertThat(new InclusionProof(0, 1, List.of()).verify(leaf, leaf)).isTrue();
    assertThat(new InclusionProof(1, 1, List.of()).verify(leaf, leaf)).isFalse();
    assertThat(new InclusionProof(0, 0, List.of()).verify(leaf, leaf)).isFalse();
    assertThat(new InclusionProof(0, 2, List.of()).verify(leaf, leaf)).isFalse();
    List<Digest> path = proofs.inclusion(0, 2).path();
    assertThat(new InclusionProof(0, 1, path).verify(leaf, root(2))).isFalse();
    assertThat(new InclusionProof(0, 3, path).verify(leaf, root(2))).isFalse();
    assertThatThrownBy(() -> new InclusionProof(-1, 2, path))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> proofs.inclusion(2, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void consistencyWithOneThingWrong_refused() throws IOException {
    for (int n = 1; n <= 20; n++) {
      for (int m = 1; m < n; m++) {
        List<Digest> path = proofs.consistency(m, n).path();
        Digest first = root(m);
        Digest second = root(n);
        for (List<Digest> wrong : mutations(path)) {
          assertThat(new ConsistencyProof(m, n, wrong).verify(first, second)).isFalse();
        }
        assertThat(new ConsistencyProof(m, n, path).verify(Digest.of(), second)).isFalse();
        assertThat(new ConsistencyProof(m, n, path).verify(first, Digest.of())).isFalse();
        assertThat(new ConsistencyProof(m, n, path).verify(second, first)).isFalse();
        assertThat(new ConsistencyProof(n, m, path).verify(second, first)).isFalse();
        assertThat(new ConsistencyProof(m, n, List.of()).verify(first, second)).isFalse();
      }
    }
  }

  /** A verifier that forgets the final check takes a proof that stops half way. */
  @Test
  void consistencyThatEndsBeforeTheRoot_refused() throws IOException {
    for (int n = 2; n <= 20; n++) {
      for (int m = 1; m < n; m++) {
        List<Digest> path = proofs.consistency(m, n).path();
        assertThat(new ConsistencyProof(m, 64L * n, path).verify(root(m), root(n))).isFalse();
      }
    }
  }

  @Test
  void consistencyOfEmptyAndEqualTrees_takesNoPath() {
    Digest root = root(3);
    assertThat(new ConsistencyProof(0, 3, List.of()).verify(root(0), root)).isTrue();
    assertThat(new ConsistencyProof(0, 3, List.of()).verify(root, root)).isFalse();
    assertThat(new ConsistencyProof(0, 3, List.of(root)).verify(root(0), root)).isFalse();
    assertThat(new ConsistencyProof(3, 3, List.of()).verify(root, root)).isTrue();
    assertThat(new ConsistencyProof(3, 3, List.of()).verify(root(2), root)).isFalse();
    assertThat(new ConsistencyProof(3, 3, List.of(root)).verify(root, root)).isFalse();
    assertThat(new ConsistencyProof(0, 0, List.of()).verify(root, root)).isFalse();
    assertThat(new ConsistencyProof(0, 0, List.of()).verify(root(0), root(0))).isTrue();
  }

  private Digest root(int size) {
    return requireNonNull(roots.get(size), "no such size");
  }

  /** Each step changed, dropped, doubled or added. */
  private static List<List<Digest>> mutations(List<Digest> path) {
    List<List<Digest>> mutations = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      byte[] flipped = path.get(i).bytes();
      flipped[i % 32] ^= 1;
      List<Digest> changed = new ArrayList<>(path);
      changed.set(i, Digest.ofBytes(flipped));
      List<Digest> dropped = new ArrayList<>(path);
      dropped.remove(i);
      List<Digest> doubled = new ArrayList<>(path);
      doubled.add(i, path.get(i));
      mutations.addAll(List.of(changed, dropped, doubled));
    }
    List<Digest> longer = new ArrayList<>(path);
    longer.add(Digest.of());
    mutations.add(longer);
    return mutations;
  }
}
