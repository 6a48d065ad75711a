package org.safehand.custody.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.Events;
import org.safehand.custody.log.LogFixture;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.trust.Trust;

class TlogProofTest {
  private final LogFixture log = new LogFixture(11);
  private final Trust trust = LogFixture.trust();

  private BlindLeaf leaf(int index) throws IOException {
    return BlindLeaf.of(log.tiles().bundle(new BundleId(0, 11)).entry(index)).orElseThrow();
  }

  private TlogProof proof(int index) throws IOException {
    return new TlogProof(
        index, new ProofMaker(log.tiles()).inclusion(index, 11).path(), log.note());
  }

  @Test
  void everyLeaf_proved() throws IOException, ProofException {
    for (int index = 0; index < 11; index++) {
      TlogProof read = TlogProof.parse(proof(index).bytes());
      assertThat(read.index()).isEqualTo(index);
      assertThat(read.bytes()).isEqualTo(proof(index).bytes());
      assertThat(read.verify(leaf(index), trust)).isEqualTo(log.checkpoint());
    }
  }

  @Test
  void file_asInTheSpecification() throws IOException {
    String text = proof(10).toString();
    assertThat(text)
        .startsWith("c2sp.org/tlog-proof@v1\nindex 10\n")
        .contains("\n\nexample.org/log\n11\n");
    assertThat(text.split("\n\n", -1)).hasSize(3);
  }

  @Test
  void otherLeaf_refused() throws IOException {
    BlindLeaf other = Events.leaf();
    assertThatThrownBy(() -> proof(3).verify(other, trust))
        .isInstanceOfSatisfying(
            ProofException.class, e -> assertThat(e.fault()).isEqualTo(ProofFault.NOT_INCLUDED));
    assertThatThrownBy(() -> proof(3).verify(leaf(4), trust)).isInstanceOf(ProofException.class);
  }

  @Test
  void anyFlippedBit_refused() throws IOException {
    byte[] good = proof(5).bytes();
    BlindLeaf leaf = leaf(5);
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] changed = good.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> TlogProof.parse(changed).verify(leaf, trust))
          .as("bit %d", bit)
          .isInstanceOf(ProofException.class);
    }
  }

  @Test
  void otherSpellings_refused() throws IOException {
    String good = proof(5).toString();
    for (String bad :
        List.of(
            "",
            good + "\n",
            good.substring(0, good.length() - 1),
            good.replace("index 5", "index 05"),
            good.replace("index 5", "index -5"),
            good.replace("index 5", "extra AAAA\nindex 5"),
            good.replace("@v1", "@v2"),
            good.replace("index 5\n", "index 5\n\n"))) {
      assertThatThrownBy(() -> TlogProof.parse(bad.getBytes(UTF_8)))
          .as(bad)
          .isInstanceOf(ProofException.class);
    }
  }

  @Test
  void indexOrPathChanged_refused() throws IOException {
    List<Digest> path = new ProofMaker(log.tiles()).inclusion(5, 11).path();
    BlindLeaf leaf = leaf(5);
    for (int index : new int[] {4, 6, 11, 21, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> new TlogProof(index, path, log.note()).verify(leaf, trust))
          .isInstanceOf(ProofException.class);
    }
    List<Digest> longer = new ArrayList<>(path);
    longer.add(Digest.of());
    assertThatThrownBy(() -> new TlogProof(5, longer, log.note()).verify(leaf, trust))
        .isInstanceOf(ProofException.class);
    assertThatThrownBy(
            () ->
                new TlogProof(5, path.subList(0, path.size() - 1), log.note()).verify(leaf, trust))
        .isInstanceOf(ProofException.class);
    assertThat(Arrays.equals(proof(5).bytes(), proof(6).bytes())).isFalse();
  }
}
