package org.safehand.referral.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.casefile.CaseFileVerifier;
import org.safehand.packaging.casefile.VerifiedCaseFile;
import org.safehand.packaging.fault.PackageException;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.life.SealingReferral;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Refusals;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;

class SealingTest {
  private final Hotline hotline = new Hotline();

  @Test
  void submit_leavesATaskToSeal() {
    SealingReferral submitted = hotline.submitted();
    assertThat(
            hotline
                .ports
                .unit()
                .run(() -> hotline.ports.outbox().take(TaskKind.SEAL, Duration.ZERO)))
        .contains(Task.seal(submitted.version().id()));
  }

  @Test
  void submit_withoutExhibit_isRefused() {
    Referral draft = hotline.opened();
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.EXHIBIT_REQUIRED,
        () -> hotline.submit.submit(People.OFFICER, draft.version().id(), 1));
  }

  @Test
  void submit_ofAnotherRevision_isRefused() {
    Referral draft = hotline.opened();
    hotline.taken(draft, new byte[1]);
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.REVISION_CONFLICT,
        () -> hotline.submit.submit(People.OFFICER, draft.version().id(), 1));
  }

  @Test
  void submit_byAnother_isRefused() {
    Referral draft = hotline.opened();
    hotline.taken(draft, new byte[1]);
    assertRefused(
        hotline,
        People.COLLEAGUE,
        draft,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.submit.submit(People.COLLEAGUE, draft.version().id(), 2));
  }

  @Test
  void submit_twice_isRefused() {
    SealingReferral submitted = hotline.submitted();
    assertRefused(
        hotline,
        People.OFFICER,
        submitted,
        RefusalCode.REFERRAL_WRONG_STATE,
        () ->
            hotline.submit.submit(
                People.OFFICER, submitted.version().id(), submitted.version().revision()));
  }

  @Test
  void sealed_hasACaseFileThatVerifiesAndSaysWhatTheReferralSays() throws PackageException {
    SealingReferral submitted = hotline.submitted();
    ReferralId id = submitted.version().id();
    SealedReferral inReview = value(hotline.seal.seal(People.NODE, id));
    VerifiedCaseFile file =
        new CaseFileVerifier("case", hotline.trust)
            .verify(hotline.ports.referrals().caseFile(id).orElseThrow().bytes());
    assertThat(file.manifest().sealDigest()).isEqualTo(inReview.seal().digest());
    assertThat(file.manifest().referral()).isEqualTo(id.toString());
    assertThat(file.manifest().exhibits()).hasSize(1);
    assertThat(file.seal().stamped()).isEqualTo(inReview.seal().timeStampedAt());
    assertThat(file.referral().members()).containsKeys("header", "reference", "submittedBy");
    assertThat(file.custody())
        .extracting(event -> event.event().header().type().wire())
        .containsExactly("case-opened", "intake", "submitted");
    assertThat(new String(file.referral().toString().getBytes(UTF_8), UTF_8))
        .doesNotContain("Person 1001");
  }

  @Test
  void sealedTwice_staysAsItIs() {
    ReferralId id = hotline.submitted().version().id();
    SealedReferral first = value(hotline.seal.seal(People.NODE, id));
    assertThat(Refusals.refusal(hotline.seal.seal(People.NODE, id)).code())
        .isEqualTo(RefusalCode.REFERRAL_WRONG_STATE);
    assertThat(hotline.now(first)).isEqualTo(first);
  }

  @Test
  void withoutTimeStamp_waitsInItsStateWithItsTask() {
    SealingReferral submitted = hotline.submitted();
    ReferralId id = submitted.version().id();
    hotline.tsa.down(true);
    int events = hotline.ports.recorder().size();
    assertThat(Refusals.refusal(hotline.seal.seal(People.NODE, id)).code())
        .isEqualTo(RefusalCode.TIME_STAMP_UNAVAILABLE);
    assertThat(hotline.now(submitted)).isEqualTo(submitted);
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
    hotline.tsa.down(false);
    value(hotline.seal.seal(People.NODE, id));
  }
}
