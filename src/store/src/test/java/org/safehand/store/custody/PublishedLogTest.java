package org.safehand.store.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.InclusionProof;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestLog;
import org.safehand.store.sample.TestStore;

/** The sequencer's part is played with its own role and by the same kernel classes. */
class PublishedLogTest {
  private final TestStore store = TestStore.create();
  private final PublishedLog log = store.store().publishedLog();
  private final CaseId caseId = Samples.IDS.caseId();
  private final List<Digest> leaves = new ArrayList<>();
  private final TestLog sequencer = new TestLog(store);

  @BeforeEach
  void recordThree() {
    for (int i = 0; i < 3; i++) {
      leaves.add(
          store.inUnit(
              () -> store.store().custodyRecorder().record(caseId, Samples.event(EventType.READ))));
    }
  }

  @Test
  void log_beforeTheFirstCheckpoint_isEmpty() {
    assertThat(log.checkpoint()).isEmpty();
    assertThat(log.witnessedSize()).isZero();
    assertThatThrownBy(() -> log.tile(new TileId(0, 0, 1)))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void entries_standApart_recordedPublishedWitnessed() throws Exception {
    SignedNote witnessed = sequencer.publish(1);
    sequencer.witness(witnessed);
    sequencer.publish(2);

    assertThat(log.checkpoint()).contains(witnessed.toString());
    assertThat(log.publishedSize()).isEqualTo(2);
    assertThat(store.store().custodyReader().entries(caseId))
        .extracting(CustodyEntry::standing)
        .containsExactly(
            CustodyEntry.Standing.WITNESSED,
            CustodyEntry.Standing.PUBLISHED,
            CustodyEntry.Standing.RECORDED);
    assertThat(store.store().custodyReader().witnessedProof(leaves.get(1))).isEmpty();
    assertThat(store.store().custodyReader().witnessedProof(leaves.get(2))).isEmpty();
  }

  @Test
  void witnessedProof_ofAPublishedLeaf_verifiesAgainstTheCheckpoint() throws Exception {
    SignedNote note = sequencer.publish(2);
    sequencer.witness(note);
    Digest root = Checkpoint.of(note).root();

    for (int i = 0; i < 2; i++) {
      TlogProof proof = store.store().custodyReader().witnessedProof(leaves.get(i)).orElseThrow();
      assertThat(proof.checkpoint()).isEqualTo(note);
      assertThat(proof.index()).isEqualTo(i);
      TlogProof again = TlogProof.parse(proof.bytes());
      assertThat(again.bytes()).isEqualTo(proof.bytes());
      assertThat(inclusion(i, 2).verify(leaves.get(i), root)).isTrue();
    }
  }

  @Test
  void tile_ofANarrowerWidth_isTheWiderOnesPrefix() throws Exception {
    sequencer.publish(3);

    Tile narrow = log.tile(new TileId(0, 0, 2));

    assertThat(narrow.id().width()).isEqualTo(2);
    assertThat(narrow.hash(1)).isEqualTo(leaves.get(1));
    assertThat(log.bundle(new BundleId(0, 1)).id().width()).isEqualTo(1);
    assertThatThrownBy(() -> log.tile(new TileId(0, 0, 4)))
        .isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> log.bundle(new BundleId(1, 1)))
        .isInstanceOf(FileNotFoundException.class);
  }

  private InclusionProof inclusion(long index, long size) throws Exception {
    return new ProofMaker(log).inclusion(index, size);
  }
}
