package org.safehand.store.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.provenance.Instrument;
import org.safehand.referral.anchor.Anchor;
import org.safehand.referral.anchor.AnchorCheckpoint;
import org.safehand.referral.fault.TimeStampUnavailableException;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.pki.SwitchableTsa;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.port.TimeStampAuthority;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sealing.TimeStamps;
import org.safehand.store.database.TestDatabase;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/** Anchoring over the real database; the sequencer's part is played with its own role. */
class JpaAnchorsTest {
  private static final int NODES = 4;
  private static final LogKey KEY = LogKey.generate("safehand.example.org/log", new SecureRandom());

  private final TestStore store = TestStore.create();
  private final SwitchableTsa tsa = new SwitchableTsa();

  @Test
  void checkpoint_isTheNewestWitnessed() throws SQLException {
    assertThat(store.store().anchors().checkpoint()).isEmpty();
    SignedNote note = witness(7);
    assertThat(store.store().anchors().checkpoint()).contains(note);
  }

  @Test
  void nodes_thatStampTheSameCheckpointAtOnce_keepOneAnchorAndRecordOneEvent() throws Exception {
    for (int round = 1; round <= 10; round++) {
      SignedNote note = witness(round);
      CyclicBarrier allStamped = new CyclicBarrier(NODES);
      AnchorCheckpoint anchoring =
          anchoring(
              digest -> {
                await(allStamped);
                return tsa.stamp(digest);
              });

      List<Boolean> anchored =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> Hotline.value(anchoring.anchor(People.NODE)).isPresent()))
              .limit(NODES)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();

      assertThat(anchored).containsOnlyOnce(true).hasSize(NODES);
      assertThat(store.database().count("select count(*) from log_anchor")).isEqualTo(round);
      assertThat(events()).isEqualTo(round);
      Anchor kept = store.store().anchors().newest().orElseThrow();
      assertThat(kept.stamped().note().bytes()).isEqualTo(note.bytes());
      kept.stamped().token().verify(Digest.of(note.bytes()), TestWorld.trust(KEY));
    }
  }

  @Test
  void anchor_andItsEvent_areKeptTogetherOrNotAtAll() throws Exception {
    witness(1);
    AnchorCheckpoint anchoring = anchoring(tsa);
    store
        .database()
        .run(
            "safehand_owner",
            "alter table custody_event add constraint planted check (type <> 'anchored')");

    assertThatThrownBy(() -> anchoring.anchor(People.NODE)).isInstanceOf(RuntimeException.class);
    assertThat(store.store().anchors().newest()).isEmpty();

    store.database().run("safehand_owner", "alter table custody_event drop constraint planted");
    assertThat(Hotline.value(anchoring.anchor(People.NODE))).isPresent();
    assertThat(events()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update log_anchor set note = ''",
        "delete from log_anchor",
        "truncate log_anchor"
      })
  void anchor_kept_isNotChangedEvenByTheOwner(String sql) throws Exception {
    witness(1);
    Hotline.value(anchoring(tsa).anchor(People.NODE));
    assertThatThrownBy(() -> store.database().run("safehand_owner", sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23001"));
    assertThatThrownBy(() -> store.database().run(TestDatabase.BOTH, sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  private AnchorCheckpoint anchoring(TimeStampAuthority authority) {
    return new AnchorCheckpoint(
        store.store().unitOfWork(),
        store.store().anchors(),
        new TimeStamps(authority, TestWorld.trust(KEY)),
        new Journal(
            store.store().custodyRecorder(),
            Samples.IDS,
            Clock.systemUTC(),
            new Instrument("node-1", "safehand", "test")),
        Duration.ZERO,
        store.store().settings());
  }

  private SignedNote witness(int size) throws SQLException {
    SignedNote note = KEY.sign(new Checkpoint(KEY.name(), size, Digest.of(new byte[] {1})));
    store
        .database()
        .run(
            "safehand_sequencer",
            "insert into log_witnessed values (" + size + ", '" + note + "', now())");
    return note;
  }

  private long events() {
    return store
        .database()
        .count(
            "select count(*) from custody_event where type = 'anchored' and case_id = '"
                + SystemChain.caseId("node-1")
                + "'");
  }

  private static void await(CyclicBarrier barrier) throws TimeStampUnavailableException {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new TimeStampUnavailableException("planted: nobody else came", e);
    }
  }
}
