package org.safehand.referral.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Outcome.Result;
import org.safehand.packaging.segment.ExhibitDigest;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.stream.ClearReader;
import org.safehand.referral.stream.SegmentBuffers;
import org.safehand.referral.stream.TooSlowException;

/** Exhibits of two segments, in clear, as far as they are what was stored. */
class DownloadExhibitTest {
  private static final byte[] CONTENT = new byte[SegmentFacts.MAX_BYTES + 100_000];

  static {
    new Random(20).nextBytes(CONTENT);
  }

  private final Hotline hotline = new Hotline();
  private final OpenExhibit openings =
      new OpenExhibit(
          hotline.attempts,
          hotline.access,
          hotline.ports.openings(),
          hotline.journal,
          hotline.ids,
          hotline.ports.clock());
  private final DownloadExhibit downloads =
      new DownloadExhibit(
          hotline.attempts,
          hotline.ports.unit(),
          hotline.access,
          hotline.ports.openings(),
          new ClearReader(
              new SegmentBuffers(1, Duration.ZERO), hotline.ports.vault(), hotline.ports.keys()),
          hotline.journal,
          hotline.ports.clock());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Referral drafted() {
    Referral draft = hotline.opened();
    hotline.taken(draft, CONTENT);
    return hotline.now(draft);
  }

  private OpeningId opened(Actor actor, Referral referral) {
    OpeningOrder order = new OpeningOrder(referral.version().id(), 1, "to compare");
    return value(openings.open(actor, order)).opening().id();
  }

  private OpenedExhibit begun(Referral referral) {
    return value(downloads.begin(People.OFFICER, opened(People.OFFICER, referral)));
  }

  private EventHeader newest() {
    return hotline.ports.recorder().newest().event().header();
  }

  private void ended(Result result, @Nullable String code, long bytes) {
    EventHeader event = newest();
    assertThat(event.type()).isEqualTo(EventType.DOWNLOAD_ENDED);
    assertThat(event.outcome().result()).isEqualTo(result);
    assertThat(event.outcome().code()).isEqualTo(code);
    assertThat(event.facts()).containsEntry("bytes", Long.toString(bytes));
  }

  private SegmentId segment(Referral referral, int index) {
    return referral.version().exhibits().get(0).segments().get(index).id();
  }

  @Test
  void download_isTheExhibit_andBothItsEndsAreEventsOfTheCase() throws IOException {
    Referral draft = drafted();
    OpenedExhibit begun = begun(draft);
    assertThat(newest().type()).isEqualTo(EventType.DOWNLOAD_BEGUN);
    assertThat(newest().facts()).containsEntry("opening", begun.opening().id().toString());
    value(downloads.send(People.OFFICER, begun, out));
    assertThat(Digest.of(out.toByteArray())).isEqualTo(Digest.of(CONTENT));
    ended(Result.DONE, null, CONTENT.length);
    assertThat(hotline.ports.recorder().types(draft.version().caseId()))
        .endsWith("exhibit-opened", "download-begun", "download-ended");
  }

  @Test
  void opening_isGoodForOneDownload() {
    OpeningId id = opened(People.OFFICER, drafted());
    value(downloads.begin(People.OFFICER, id));
    assertRefused(
        hotline,
        People.OFFICER,
        RefusalCode.OPENING_NOT_FOUND,
        () -> downloads.begin(People.OFFICER, id));
  }

  @Test
  void opening_ofSomebodyElse_isNotFound_andStaysTheirs() {
    SealedReferral inReview = hotline.inReview();
    OpeningId id = opened(People.OFFICER, inReview);
    for (Actor other : List.of(People.SUPERVISOR, People.COLLEAGUE, People.AUDITOR)) {
      assertRefused(
          hotline, other, RefusalCode.OPENING_NOT_FOUND, () -> downloads.begin(other, id));
    }
    value(downloads.begin(People.OFFICER, id));
  }

  @Test
  void opening_afterFiveMinutes_isOver_andJustBeforeItIsNot() {
    Referral draft = drafted();
    OpeningId early = opened(People.OFFICER, draft);
    OpeningId late = opened(People.OFFICER, draft);
    hotline.ports.letPass(Duration.ofMinutes(5).minusMillis(1));
    value(downloads.begin(People.OFFICER, early));
    hotline.ports.letPass(Duration.ofMillis(1));
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.OPENING_EXPIRED,
        () -> downloads.begin(People.OFFICER, late));
  }

  @Test
  void access_isAskedAgain_whenTheStateOrTheRoleHasChanged() {
    SealedReferral inReview = hotline.inReview();
    OpeningId supervisors = opened(People.OTHER_SUPERVISOR, inReview);
    OpeningId officers = opened(People.OFFICER, inReview);
    value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
    assertThat(refusal(downloads.begin(People.OTHER_SUPERVISOR, supervisors)).code())
        .isEqualTo(RefusalCode.REFERRAL_WRONG_STATE);
    hotline.bound(People.OFFICER, Set.of(Role.RELEASE_SUPERVISOR));
    assertThat(refusal(downloads.begin(People.OFFICER, officers)).code())
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
  }

  /** One bit in the vault: what came before it may have left, of that segment nothing does. */
  @Test
  void segment_withOneBitChanged_isCutOffBeforeIt_andNamed() throws IOException {
    for (int index = 0; index < 2; index++) {
      Referral draft = drafted();
      hotline.ports.vault().damage(segment(draft, index));
      out.reset();
      assertThat(refusal(downloads.send(People.OFFICER, begun(draft), out)).code())
          .isEqualTo(RefusalCode.EVIDENCE_DAMAGED);
      assertThat(out.size()).isEqualTo(index * SegmentFacts.MAX_BYTES);
      ended(Result.FAILED, "evidence-damaged", out.size());
    }
  }

  @Test
  void segment_thatIsGone_isCutOff() throws IOException {
    Referral draft = drafted();
    hotline.ports.vault().discard(segment(draft, 1));
    assertThat(refusal(downloads.send(People.OFFICER, begun(draft), out)).code())
        .isEqualTo(RefusalCode.EVIDENCE_DAMAGED);
    ended(Result.FAILED, "evidence-damaged", SegmentFacts.MAX_BYTES);
  }

  /** Each segment is authentic at its place, and the whole is not what the exhibit says. */
  @Test
  void whole_withAnotherDigest_neverLeavesWhole() throws IOException {
    OpenedExhibit begun = begun(drafted());
    Exhibit it = begun.exhibit();
    byte[] other = CONTENT.clone();
    other[0] ^= 1;
    Exhibit forged =
        new Exhibit(
            it.id(),
            it.number(),
            it.originalName(),
            it.mediaType(),
            new ExhibitDigest(it.digest().size(), Digest.of(other), it.digest().sha512()),
            it.acquisition(),
            it.segments());
    OpenedExhibit opened = new OpenedExhibit(begun.opening(), forged);
    assertThat(refusal(downloads.send(People.OFFICER, opened, out)).code())
        .isEqualTo(RefusalCode.EVIDENCE_DAMAGED);
    assertThat(out.size()).isEqualTo(SegmentFacts.MAX_BYTES);
    ended(Result.FAILED, "evidence-damaged", out.size());
  }

  @Test
  void segments_inAnotherOrder_areRefused() throws IOException {
    OpenedExhibit begun = begun(drafted());
    Exhibit it = begun.exhibit();
    Exhibit swapped =
        new Exhibit(
            it.id(),
            it.number(),
            it.originalName(),
            it.mediaType(),
            it.digest(),
            it.acquisition(),
            List.of(it.segments().get(1), it.segments().get(0)));
    OpenedExhibit opened = new OpenedExhibit(begun.opening(), swapped);
    assertThat(refusal(downloads.send(People.OFFICER, opened, out)).code())
        .isEqualTo(RefusalCode.EVIDENCE_DAMAGED);
    assertThat(out.size()).isZero();
  }

  @Test
  void download_brokenOff_isRecordedWithHowFarItCame_andNeedsAnotherOpening() {
    OpenedExhibit begun = begun(drafted());
    OutputStream broken = new BreaksOff(SegmentFacts.MAX_BYTES + 64 * 1024);
    assertThatThrownBy(() -> downloads.send(People.OFFICER, begun, broken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("planted");
    ended(Result.FAILED, "download-broken-off", SegmentFacts.MAX_BYTES + 64 * 1024);
    assertThat(refusal(downloads.begin(People.OFFICER, begun.opening().id())).code())
        .isEqualTo(RefusalCode.OPENING_NOT_FOUND);
  }

  /** One exhibit is all that can be read at once here, and another is asked for meanwhile. */
  @Test
  void download_whileTooManyAreRead_isRefused_andTheOpeningStays() throws IOException {
    Referral draft = drafted();
    OpenedExhibit slow = begun(draft);
    OpenedExhibit begun = begun(draft);
    OpeningId waiting = opened(People.OFFICER, draft);
    OutputStream meanwhile =
        new Meanwhile(
            () -> {
              assertThat(refusal(downloads.begin(People.OFFICER, waiting)).code())
                  .isEqualTo(RefusalCode.GATEWAY_BUSY);
              assertThat(newest().type()).isEqualTo(EventType.EXHIBIT_OPENED);
              assertThat(refusal(downloads.send(People.OFFICER, begun, out)).code())
                  .isEqualTo(RefusalCode.GATEWAY_BUSY);
              ended(Result.FAILED, "gateway-busy", 0);
            },
            out);
    value(downloads.send(People.OFFICER, slow, meanwhile));
    assertThat(out.size()).isEqualTo(CONTENT.length);
    value(downloads.begin(People.OFFICER, waiting));
  }

  /** While the first segment is sent, who gets it loses their role, or is signed out. */
  @ParameterizedTest
  @EnumSource(
      value = RefusalCode.class,
      names = {"OPERATION_NOT_PERMITTED", "SIGNED_OUT"})
  void download_whoGetsItIsOut_endsBeforeTheNextSegment(RefusalCode code) throws IOException {
    OpenedExhibit begun = begun(drafted());
    OutputStream meanwhile = new Meanwhile(() -> out(code), out);
    assertThat(refusal(downloads.send(People.OFFICER, begun, meanwhile)).code()).isEqualTo(code);
    assertThat(out.size()).isEqualTo(SegmentFacts.MAX_BYTES);
    ended(Result.FAILED, code.wire(), SegmentFacts.MAX_BYTES);
  }

  private void out(RefusalCode code) {
    if (code == RefusalCode.OPERATION_NOT_PERMITTED) {
      hotline.bound(People.OFFICER, Set.of(Role.AUDITOR));
    } else {
      hotline
          .ports
          .unit()
          .run(
              () -> {
                hotline
                    .ports
                    .sessionEnds()
                    .end(People.OFFICER.number(), hotline.ports.clock().instant());
                return code;
              });
    }
  }

  @Test
  void download_takenTooSlowly_isBrokenOff() {
    OpenedExhibit begun = begun(drafted());
    OutputStream slow = new Meanwhile(() -> hotline.ports.letPass(Duration.ofMinutes(1)), out);
    assertThatThrownBy(() -> downloads.send(People.OFFICER, begun, slow))
        .isInstanceOf(TooSlowException.class);
    ended(Result.FAILED, "download-broken-off", out.size());
  }

  @Test
  void exhibit_withoutAByte_isDownloadedToo() throws IOException {
    Referral draft = hotline.opened();
    hotline.taken(draft, new byte[0]);
    value(downloads.send(People.OFFICER, begun(draft), out));
    assertThat(out.size()).isZero();
    ended(Result.DONE, null, 0);
  }

  private interface Act {
    void run() throws IOException;
  }

  /** A connection that takes everything; when the first bytes come, something happens. */
  private static final class Meanwhile extends OutputStream {
    private final Act act;
    private final OutputStream out;
    private boolean begun;

    Meanwhile(Act act, OutputStream out) {
      this.act = act;
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      if (!begun) {
        begun = true;
        act.run();
      }
      out.write(buffer, offset, length);
    }
  }

  /** A connection that breaks after a number of bytes. */
  private static final class BreaksOff extends OutputStream {
    private long left;

    BreaksOff(long left) {
      this.left = left;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      if (length > left) {
        throw new IOException("planted: the connection broke");
      }
      left -= length;
    }
  }
}
