package org.safehand.referral.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Actor;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReturnedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.life.WithdrawnDraft;
import org.safehand.referral.life.WithdrawnReferral;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class CloseReferralTest {
  private final Hotline hotline = new Hotline();
  private final SealedReferral inReview = hotline.inReview();
  private final ReferralId id = inReview.version().id();
  private final long revision = inReview.version().revision();

  @Test
  void supervisor_sendsBack() {
    Referral returned = value(hotline.close.sendBack(People.SUPERVISOR, id, revision, "Why?"));
    assertThat(returned).isInstanceOf(ReturnedReferral.class).isEqualTo(hotline.now(inReview));
    assertThat(hotline.ports.recorder().types(inReview.version().caseId())).endsWith("returned");
  }

  @Test
  void author_takesBack() {
    Referral withdrawn = value(hotline.close.withdraw(People.OFFICER, id, revision, "Mistake."));
    assertThat(withdrawn).isInstanceOf(WithdrawnReferral.class).isEqualTo(hotline.now(inReview));
    assertThat(hotline.ports.recorder().types(inReview.version().caseId())).endsWith("withdrawn");
  }

  @Test
  void draft_isTakenBackByItsAuthorOrASupervisor_andIsFinal() {
    for (Actor actor : List.of(People.OFFICER, People.SUPERVISOR)) {
      Referral draft = hotline.opened();
      ReferralId its = draft.version().id();
      Referral withdrawn = value(hotline.close.withdraw(actor, its, 1, "Mistake."));
      assertThat(withdrawn).isInstanceOf(WithdrawnDraft.class).isEqualTo(hotline.now(draft));
      var event = hotline.ports.recorder().newest().event().header();
      assertThat(event.type().wire()).isEqualTo("withdrawn");
      assertThat(event.facts()).containsOnlyKeys("referral");
      assertRefused(
          hotline,
          People.OFFICER,
          draft,
          RefusalCode.REFERRAL_WRONG_STATE,
          () -> hotline.submit.submit(People.OFFICER, its, 2));
    }
  }

  @Test
  void draft_isNotTakenBackByOthers_norSentBack() {
    Referral draft = hotline.opened();
    ReferralId its = draft.version().id();
    assertRefused(
        hotline,
        People.COLLEAGUE,
        draft,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.close.withdraw(People.COLLEAGUE, its, 1, "Not mine."));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        draft,
        RefusalCode.REFERRAL_WRONG_STATE,
        () -> hotline.close.sendBack(People.SUPERVISOR, its, 1, "Why?"));
  }

  @Test
  void author_sendingBack_isRefused() {
    assertRefused(
        hotline,
        People.OFFICER_AND_SUPERVISOR,
        inReview,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.close.sendBack(People.OFFICER_AND_SUPERVISOR, id, revision, "Why?"));
  }

  @Test
  void withoutReason_isRefused() {
    assertRefused(
        hotline,
        People.SUPERVISOR,
        inReview,
        RefusalCode.FIELD_REQUIRED,
        () -> hotline.close.sendBack(People.SUPERVISOR, id, revision, " "));
  }

  @Test
  void afterRelease_isRefused() {
    value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
    assertRefused(
        hotline,
        People.OFFICER,
        inReview,
        RefusalCode.REFERRAL_WRONG_STATE,
        () -> hotline.close.withdraw(People.OFFICER, id, revision + 1, "Too late."));
  }
}
