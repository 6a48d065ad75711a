package org.safehand.custody.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.trust.LogTrust;

class ProvenLossesTest {
  private static final Digest ROOT = Digest.of(new byte[] {1});
  private static final LogKey KEY = LogKey.generate("example.org/log", new SecureRandom());
  private static final LogTrust TRUST =
      new LogTrust(KEY.name(), List.of(KEY.verifierKey()), List.of(), 0);

  private static LostLeaf leaf(int index) {
    return new LostLeaf(
        index,
        Digest.of("tag".getBytes(UTF_8), new byte[] {(byte) index}),
        Digest.of(new byte[] {(byte) index}));
  }

  private static StoredRestore restore(long first, long size, LostLeaf... lost) {
    return restore(KEY, first, size, lost);
  }

  private static StoredRestore restore(LogKey signer, long first, long size, LostLeaf... lost) {
    LossDigest loss = new LossDigest();
    for (LostLeaf leaf : lost) {
      loss.add(leaf.index(), leaf.leafHash());
    }
    RestoreStatement statement =
        new RestoreStatement(
            KEY.name(), first, size, ROOT, loss.count(), loss.digest(), Instant.EPOCH);
    return new StoredRestore(first, loss.count(), size, ROOT, signer.sign(statement).toString());
  }

  private static ProvenLosses of(List<StoredRestore> restores, LostLeaf... lost) {
    return ProvenLosses.of(TRUST, restores, List.of(lost));
  }

  private static List<String> places(ProvenLosses losses) {
    return losses.doubts().stream().map(doubt -> doubt.kind() + " " + doubt.place()).toList();
  }

  @Test
  void leavesOfTwoSignedRestores_areProven() {
    ProvenLosses losses =
        of(
            List.of(restore(20, 30, leaf(29)), restore(10, 20, leaf(10), leaf(15))),
            leaf(29),
            leaf(15),
            leaf(10));
    assertThat(losses.doubts()).isEmpty();
    assertThat(losses.restores()).extracting(StoredRestore::firstIndex).containsExactly(10L, 20L);
    assertThat(losses.find(leaf(15).tag())).contains(leaf(15));
    assertThat(losses.includes(29)).isTrue();
    assertThat(losses.includes(9)).isFalse();
    assertThat(losses.includes(30)).isFalse();
    assertThat(losses.isEmpty()).isFalse();
  }

  @Test
  void nothingStored_isNothingProvenAndNoDoubt() {
    assertThat(of(List.of()).doubts()).isEmpty();
    assertThat(of(List.of()).isEmpty()).isTrue();
    assertThat(of(List.of(restore(10, 20))).doubts()).isEmpty();
  }

  @Test
  void leafOutsideEveryRestore_isDoubted() {
    ProvenLosses losses = of(List.of(restore(10, 20, leaf(12))), leaf(9), leaf(12), leaf(20));
    assertThat(places(losses)).containsExactly("LOSS index 9", "LOSS index 20");
    assertThat(losses.find(leaf(9).tag())).isEmpty();
    assertThat(losses.find(leaf(12).tag())).contains(leaf(12));
  }

  @Test
  void leavesOtherThanSigned_proveNoneOfThatRestore() {
    StoredRestore signed = restore(10, 20, leaf(12), leaf(13));
    LostLeaf moved = new LostLeaf(14, leaf(13).tag(), leaf(13).leafHash());
    for (LostLeaf[] stored :
        new LostLeaf[][] {
          {}, {leaf(12)}, {leaf(12), leaf(13), leaf(14)}, {leaf(12), leaf(14)}, {leaf(12), moved}
        }) {
      ProvenLosses losses = of(List.of(signed, restore(20, 30)), stored);
      assertThat(places(losses)).containsExactly("LOSS restore from index 10");
      assertThat(losses.isEmpty()).isTrue();
      assertThat(losses.includes(12)).isFalse();
      assertThat(losses.includes(25)).isTrue();
    }
  }

  @Test
  void rowThatSaysAnotherRestoreThanWasSigned_isDoubted() {
    StoredRestore good = restore(10, 20, leaf(12));
    for (StoredRestore row :
        List.of(
            new StoredRestore(11, 1, 20, ROOT, good.note()),
            new StoredRestore(10, 2, 20, ROOT, good.note()),
            new StoredRestore(10, 1, 21, ROOT, good.note()),
            new StoredRestore(10, 1, 20, Digest.of(), good.note()),
            new StoredRestore(10, 1, 20, ROOT, ""),
            new StoredRestore(10, 1, 20, ROOT, good.note().replace("\n1\n", "\n2\n")))) {
      ProvenLosses losses = of(List.of(row), leaf(12));
      assertThat(places(losses)).containsExactly("RESTORE " + row.place(), "LOSS index 12");
      assertThat(losses.restores()).isEmpty();
    }
  }

  @Test
  void restoreThatAKeyOfTheSameNameSigned_isDoubted() {
    LogKey stranger = LogKey.generate(KEY.name(), new SecureRandom());
    ProvenLosses losses = of(List.of(restore(stranger, 10, 20, leaf(12))), leaf(12));
    assertThat(places(losses)).containsExactly("RESTORE restore from index 10", "LOSS index 12");
    assertThat(losses.isEmpty()).isTrue();
  }

  @Test
  void secondRestoreOfTheSamePart_isDoubted() {
    StoredRestore old = restore(15, 25, leaf(16));
    ProvenLosses losses = of(List.of(restore(10, 20, leaf(12)), old), leaf(12));
    assertThat(places(losses)).containsExactly("RESTORE restore from index 15");
    assertThat(losses.find(leaf(12).tag())).contains(leaf(12));
  }
}
