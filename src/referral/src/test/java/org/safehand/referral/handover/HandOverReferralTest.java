package org.safehand.referral.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.life.SealingReferral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class HandOverReferralTest {
  private static final byte[] NOTE = {1, 2, 3};

  private final Hotline hotline = new Hotline();
  private final Actor both =
      hotline.bound(People.staff("1005", Set.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR)));
  private final HandOverReferral handOver =
      new HandOverReferral(
          hotline.attempts,
          hotline.access,
          hotline.ports.bindings(),
          hotline.ports.referrals(),
          hotline.journal);

  @Test
  void handedOver_isTheColleaguesToWorkOn_andAnEventOfTheCase() {
    Referral draft = hotline.opened();
    refusedToEdit(draft);

    Referral handed = value(handOver(People.OFFICER, draft, People.COLLEAGUE));

    assertThat(handed.version().assignee()).contains(People.COLLEAGUE.number());
    assertThat(handed.version().author()).isEqualTo(draft.version().author());
    assertThat(handed.version().editors()).isEqualTo(draft.version().editors());
    assertThat(hotline.ports.recorder().newest().event().header().facts())
        .containsEntry("from", "1001")
        .containsEntry("to", "1002");
    assertThat(hotline.ports.recorder().types(draft.version().caseId())).endsWith("handed-over");
    value(edit(People.COLLEAGUE, draft));
    assertThat(hotline.now(draft).version().editors())
        .containsExactly(new StaffNumber("1001"), new StaffNumber("1002"));
    assertThat(hotline.now(draft).version().assignee()).contains(People.COLLEAGUE.number());
    SealingReferral submitted =
        value(
            hotline.submit.submit(People.COLLEAGUE, draft.version().id(), hotline.revision(draft)));
    assertThat(submitted.version().assignee()).contains(People.COLLEAGUE.number());
  }

  @Test
  void assignee_handsItOnAndTheAuthorTakesItBack() {
    Referral draft = hotline.opened();
    value(handOver(People.OFFICER, draft, People.COLLEAGUE));
    Actor third = hotline.bound(People.staff("1004", Set.of(Role.REFERRAL_OFFICER)));
    value(handOver(People.COLLEAGUE, draft, third));
    refused(People.COLLEAGUE, draft, RefusalCode.OPERATION_NOT_PERMITTED, People.COLLEAGUE);
    value(handOver(People.OFFICER, draft, People.OFFICER));
    value(handOver(People.SUPERVISOR, draft, People.COLLEAGUE));
  }

  @Test
  void assigneeWhoDidNotEdit_isNoEditor_andReleasesOnlyWhenItIsSomebodyElsesAgain() {
    SealedReferral inReview = hotline.inReview();
    SealedReferral handed = (SealedReferral) value(handOver(People.SUPERVISOR, inReview, both));
    assertThat(handed.seal()).isEqualTo(inReview.seal());
    assertThat(handed.version().editors()).doesNotContain(both.number());
    refusedToRelease(handed);

    value(handOver(People.SUPERVISOR, handed, People.OFFICER));
    value(hotline.release(both, (SealedReferral) hotline.now(handed), "AG-N-001"));
  }

  /** Somebody took over what another wrote, and did nothing to it but submit it. */
  @Test
  void whoSubmitted_doesNotRelease_alsoAfterItIsSomebodyElses() {
    Referral draft = hotline.opened();
    value(edit(People.OFFICER, draft));
    value(handOver(People.SUPERVISOR, draft, both));
    value(hotline.submit.submit(both, draft.version().id(), hotline.revision(draft)));
    SealedReferral inReview = value(hotline.seal.seal(People.NODE, draft.version().id()));
    refusedToRelease(inReview);

    value(handOver(People.SUPERVISOR, inReview, People.COLLEAGUE));
    refusedToRelease((SealedReferral) hotline.now(inReview));
    value(hotline.release(People.SUPERVISOR, (SealedReferral) hotline.now(inReview), "AG-N-001"));
  }

  /** Or somebody would have released first what they have to work on. */
  @Test
  void whoReleasedItFirst_doesNotGetIt() {
    hotline.endpoints.highRisk("AG-N-001", true);
    SealedReferral inReview = hotline.inReview();
    value(hotline.release(both, inReview, "AG-N-001"));
    Referral endorsed = hotline.now(inReview);
    assertThat(endorsed).isInstanceOf(EndorsedReferral.class);
    refused(People.SUPERVISOR, endorsed, RefusalCode.ASSIGNEE_NOT_ELIGIBLE, both);
    value(handOver(People.SUPERVISOR, endorsed, People.COLLEAGUE));
  }

  private void refusedToRelease(SealedReferral inReview) {
    assertRefused(
        hotline,
        both,
        inReview,
        RefusalCode.RELEASE_OWN_REFERRAL,
        () -> hotline.release(both, inReview, "AG-N-001"));
  }

  @Test
  void whoeverHasNoPartInIt_doesNotHandItOver() {
    Referral draft = hotline.opened();
    Actor elsewhere =
        hotline.bound(People.staff("2006", Set.of(Role.RELEASE_SUPERVISOR), "Another unit"));
    for (Actor actor : List.of(People.COLLEAGUE, People.AUDITOR, People.ADMINISTRATOR, elsewhere)) {
      refused(actor, draft, RefusalCode.OPERATION_NOT_PERMITTED, People.COLLEAGUE);
    }
    refused(People.LIAISON_NORTH, draft, RefusalCode.REFERRAL_NOT_FOUND, People.COLLEAGUE);
  }

  @Test
  void onlyActiveOfficersOfTheUnit_getIt() {
    Referral draft = hotline.opened();
    Actor elsewhere =
        hotline.bound(People.staff("1006", Set.of(Role.REFERRAL_OFFICER), "Another unit"));
    Actor ended = hotline.bound(People.staff("1007", Set.of(Role.REFERRAL_OFFICER)));
    hotline
        .ports
        .unit()
        .run(
            () -> {
              var bindings = hotline.ports.bindings();
              bindings.save(bindings.find(ended.number()).orElseThrow().ended());
              return bindings;
            });
    Actor nobody = People.staff("1008", Set.of(Role.REFERRAL_OFFICER));
    for (Actor to : List.of(elsewhere, ended, nobody, People.SUPERVISOR, People.LIAISON_NORTH)) {
      refused(People.OFFICER, draft, RefusalCode.ASSIGNEE_NOT_ELIGIBLE, to);
    }
  }

  @Test
  void whileItIsSealed_orOfAnotherRevision_isRefused() {
    SealingReferral sealing = hotline.submitted();
    refused(People.OFFICER, sealing, RefusalCode.REFERRAL_WRONG_STATE, People.COLLEAGUE);
    Referral draft = hotline.opened();
    value(edit(People.OFFICER, draft));
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.REVISION_CONFLICT,
        () ->
            handOver.handOver(People.OFFICER, draft.version().id(), 1, People.COLLEAGUE.number()));
  }

  private void refusedToEdit(Referral draft) {
    assertRefused(
        hotline,
        People.COLLEAGUE,
        draft,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> edit(People.COLLEAGUE, draft));
  }

  private Outcome<?> edit(Actor actor, Referral draft) {
    return hotline.intake.take(actor, Hotline.exhibit(draft, NOTE), new ByteArrayInputStream(NOTE));
  }

  private void refused(Actor actor, Referral referral, RefusalCode code, Actor to) {
    assertRefused(hotline, actor, referral, code, () -> handOver(actor, referral, to));
  }

  private Outcome<Referral> handOver(Actor actor, Referral referral, Actor to) {
    return handOver.handOver(
        actor, referral.version().id(), hotline.revision(referral), to.number());
  }
}
