package org.safehand.referral.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.SignedNote;
import org.safehand.referral.fault.TimeStampUnavailableException;
import org.safehand.referral.port.TimeStampAuthority;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sealing.TimeStamps;
import org.safehand.referral.settings.Setting;

class AnchorCheckpointTest {
  private static final Duration PERIOD = Duration.ofHours(1);

  private final Hotline hotline = new Hotline();

  @Test
  void log_withoutACheckpointOrAnEvent_isNotAnchored() {
    assertThat(anchored()).isFalse();
    hotline.ports.recorder().publish();
    assertThat(anchored()).isFalse();
    assertThat(hotline.ports.recorder().size()).isZero();
  }

  @Test
  void newestCheckpoint_isStampedByteForByteAndThatIsAnEvent() throws Exception {
    hotline.opened();
    SignedNote note = hotline.ports.recorder().publish();

    LogAnchor anchor = value(hotline.anchor.anchor(People.NODE)).orElseThrow();

    Instant time = anchor.token().verify(Digest.of(note.bytes()), hotline.trust).time();
    assertThat(anchor.note()).isEqualTo(note);
    assertThat(hotline.ports.anchors().find(1).orElseThrow().stamped()).isEqualTo(anchor);
    assertThat(hotline.ports.recorder().systemTypes()).containsExactly("anchored");
    EventHeader event = newest();
    assertThat(event.fact("size")).contains("1");
    assertThat(event.fact("root")).contains(Checkpoint.of(note).root().hex());
    assertThat(event.fact("checkpointSha256")).contains(Digest.of(note.bytes()).hex());
    assertThat(event.fact("tokenSha256")).contains(Digest.of(anchor.token().bytes()).hex());
    assertThat(event.fact("time")).contains(UtcText.millis(time));
    assertThat(event.fact("signers"))
        .contains(hotline.ports.recorder().key().name() + "+" + keyId());
  }

  @Test
  void anchor_isDueOncePerPeriod_andNotForWhatIsAnchoredAlready() {
    hotline.opened();
    hotline.ports.recorder().publish();
    assertThat(anchored()).isTrue();
    hotline.ports.clock().advance(PERIOD);
    assertThat(anchored()).as("nothing new is published").isFalse();
    hotline.ports.recorder().publish();
    assertThat(anchored()).isTrue();
    hotline.ports.recorder().publish();
    hotline.ports.clock().advance(PERIOD.minusSeconds(1));
    assertThat(anchored()).as("too early").isFalse();
    hotline.ports.clock().advance(Duration.ofSeconds(1));
    assertThat(anchored()).isTrue();
  }

  @Test
  void anchor_whereTheLogIsStaleEarlier_isDueInHalfThatTime() {
    hotline.ports.settings().set(Setting.LOG_STALE_MINUTES, 20);
    hotline.opened();
    hotline.ports.recorder().publish();
    assertThat(anchored()).isTrue();
    hotline.ports.recorder().publish();
    hotline.ports.clock().advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(anchored()).as("too early").isFalse();
    hotline.ports.clock().advance(Duration.ofSeconds(1));
    assertThat(anchored()).isTrue();
  }

  @Test
  void authority_downOrUntrusted_nothingIsKeptAndTheNextTryHolds() {
    hotline.opened();
    hotline.ports.recorder().publish();
    hotline.tsa.down(true);
    assertThat(refusal(hotline.anchor.anchor(People.NODE)).code())
        .isEqualTo(RefusalCode.TIME_STAMP_UNAVAILABLE);
    AnchorCheckpoint overOther = with(digest -> hotline.tsa.stamp(Digest.of(new byte[] {9})));
    hotline.tsa.down(false);
    assertThat(refusal(overOther.anchor(People.NODE)).code())
        .isEqualTo(RefusalCode.TIME_STAMP_UNAVAILABLE);
    assertThat(hotline.ports.anchors().newest()).isEmpty();
    assertThat(hotline.ports.recorder().systemTypes()).isEmpty();
    assertThat(anchored()).isTrue();
  }

  @Test
  void timeStamp_isFetchedOutsideAnyUnitOfWork() {
    hotline.opened();
    hotline.ports.recorder().publish();
    AnchorCheckpoint asking =
        with(
            digest -> {
              // would be refused inside one: units of work are not nested
              hotline.ports.unit().run(() -> true);
              return hotline.tsa.stamp(digest);
            });
    assertThat(value(asking.anchor(People.NODE))).isPresent();
  }

  @Test
  void nodes_severalAtOnce_exactlyOneAnchorsAPeriod() {
    hotline.opened();
    for (int round = 1; round <= 20; round++) {
      hotline.ports.recorder().publish();
      CyclicBarrier allStamped = new CyclicBarrier(3);
      AnchorCheckpoint meeting =
          with(
              digest -> {
                await(allStamped);
                return hotline.tsa.stamp(digest);
              });
      List<Outcome<Optional<LogAnchor>>> outcomes =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> meeting.anchor(People.NODE)))
              .limit(3)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();

      assertThat(outcomes).filteredOn(outcome -> value(outcome).isPresent()).hasSize(1);
      assertThat(hotline.ports.recorder().systemTypes()).hasSize(round);
      hotline.ports.clock().advance(PERIOD);
    }
  }

  @Test
  void logKey_changed_isOnRecordOnce() {
    hotline.opened();
    hotline.ports.recorder().publish();
    anchored();
    String before = keyId();
    hotline.ports.recorder().changeKey();
    hotline.ports.recorder().publish();
    hotline.ports.clock().advance(PERIOD);
    assertThat(value(hotline.anchor.anchor(People.NODE))).isPresent();

    assertThat(hotline.ports.recorder().systemTypes())
        .containsExactly("anchored", "anchored", "key-changed");
    assertThat(newest().fact("oldKeyId")).contains(before);
    assertThat(newest().fact("newKeyId")).contains(keyId()).isNotEqualTo(Optional.of(before));

    hotline.ports.recorder().publish();
    hotline.ports.clock().advance(PERIOD);
    anchored();
    assertThat(hotline.ports.recorder().systemTypes()).hasSize(4).endsWith("anchored");
  }

  @Test
  void auditFile_grown_isAnEventOfTheSystemChain() {
    Digest digest = Digest.of(new byte[] {5});
    new AnchorAuditFile(hotline.ports.unit(), hotline.journal, People.NODE)
        .anchor(new FileMark("audit-node-1.jsonl", 42, digest));
    assertThat(hotline.ports.recorder().systemTypes()).containsExactly("anchored");
    assertThat(newest().facts())
        .containsOnlyKeys("auditFile", "bytes", "sha256")
        .containsEntry("auditFile", "audit-node-1.jsonl")
        .containsEntry("bytes", "42")
        .containsEntry("sha256", digest.hex());
  }

  private AnchorCheckpoint with(TimeStampAuthority authority) {
    return new AnchorCheckpoint(
        hotline.ports.unit(),
        hotline.ports.anchors(),
        new TimeStamps(authority, hotline.trust),
        hotline.journal,
        PERIOD,
        hotline.ports.settings());
  }

  private boolean anchored() {
    return value(hotline.anchor.anchor(People.NODE)).isPresent();
  }

  private String keyId() {
    return hotline.ports.recorder().key().verifierKey().toString().split("\\+", 3)[1];
  }

  private EventHeader newest() {
    return hotline.ports.recorder().newest().event().header();
  }

  private static void await(CyclicBarrier barrier) throws TimeStampUnavailableException {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new TimeStampUnavailableException("planted: nobody else came", e);
    }
  }
}
