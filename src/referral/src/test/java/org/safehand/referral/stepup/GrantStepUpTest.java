package org.safehand.referral.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.release.ReleaseOrder;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class GrantStepUpTest {
  private static final Digest OTHER = Digest.of(new byte[] {7});

  private final Hotline hotline = new Hotline();
  private final SealedReferral inReview = hotline.inReview();
  private final String id = inReview.version().id().toString();
  private final long version = inReview.version().revision();
  private final ReleaseOrder order = Hotline.order(inReview, "AG-N-001");
  private final ProvenAct act = hotline.binding(People.SUPERVISOR, order);
  private final StepUpOrder release = new StepUpOrder(Operation.RELEASE, id, version, act.digest());

  @Test
  void release_isBoundToWhoWhatAndWhichVersion() {
    BoundStepUp bound = value(hotline.grantStepUp.bind(People.SUPERVISOR, release));
    assertThat(bound.binding()).isEqualTo(act);
    assertThat(bound.referral()).contains(inReview.version().id());
    hotline.grantStepUp.grant(bound.binding(), hotline.ports.clock().instant());
    value(hotline.release.release(People.SUPERVISOR, order));
  }

  @Test
  void reissue_isBoundToTheDispatch_andBelongsToItsReferral() {
    Dispatch dispatch = hotline.packaged("AG-S-002");
    StepUpOrder order =
        new StepUpOrder(
            Operation.REISSUE,
            dispatch.order().id().toString(),
            dispatch.order().revision(),
            OTHER);
    BoundStepUp bound = value(hotline.grantStepUp.bind(People.SUPERVISOR, order));
    assertThat(bound.referral()).contains(dispatch.order().referral());
    assertThat(bound.binding().object()).isEqualTo(dispatch.order().id().toString());
  }

  @Test
  void report_isBoundForAuditorAndSupervisor() {
    StepUpOrder order = new StepUpOrder(Operation.REPORT, id, version, OTHER);
    value(hotline.grantStepUp.bind(People.AUDITOR, order));
    value(hotline.grantStepUp.bind(People.SUPERVISOR, order));
  }

  @Test
  void otherVersion_isRefused() {
    refused(
        People.SUPERVISOR,
        new StepUpOrder(Operation.RELEASE, id, version - 1, act.digest()),
        RefusalCode.STEP_UP_OTHER_VERSION);
  }

  @Test
  void releaseOfWhatIsNotInReview_isRefused() {
    Referral submitted = hotline.submitted();
    StepUpOrder order =
        new StepUpOrder(
            Operation.RELEASE,
            submitted.version().id().toString(),
            submitted.version().revision(),
            act.digest());
    assertRefused(
        hotline,
        People.SUPERVISOR,
        submitted,
        RefusalCode.REFERRAL_WRONG_STATE,
        () -> hotline.grantStepUp.bind(People.SUPERVISOR, order));
  }

  @Test
  void secondOfTwo_isBound_andTheFirstIsNotAgain() {
    hotline.endpoints.highRisk("AG-N-001", true);
    Referral first = value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
    StepUpOrder second = new StepUpOrder(Operation.RELEASE, id, version + 1, act.digest());
    value(hotline.grantStepUp.bind(People.OTHER_SUPERVISOR, second));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        first,
        RefusalCode.SECOND_PERSON_REQUIRED,
        () -> hotline.grantStepUp.bind(People.SUPERVISOR, second));
  }

  @Test
  void whoeverMayNotAct_isBoundToNothing() {
    refused(People.OFFICER, release, RefusalCode.RELEASE_OWN_REFERRAL);
    refused(People.COLLEAGUE, release, RefusalCode.OPERATION_NOT_PERMITTED);
    refused(People.AUDITOR, release, RefusalCode.OPERATION_NOT_PERMITTED);
    refused(People.LIAISON_NORTH, release, RefusalCode.REFERRAL_NOT_FOUND);
  }

  @Test
  void actThatAsksForNoStepUp_isRefused() {
    StepUpOrder order = new StepUpOrder(Operation.RETURN, id, version, act.digest());
    assertRefused(
        hotline,
        People.SUPERVISOR,
        RefusalCode.VALUE_INVALID,
        () -> hotline.grantStepUp.bind(People.SUPERVISOR, order));
  }

  @Test
  void whatIsNoId_isRefused() {
    StepUpOrder order = new StepUpOrder(Operation.RELEASE, "../" + id, version, act.digest());
    assertRefused(
        hotline,
        People.SUPERVISOR,
        RefusalCode.VALUE_INVALID,
        () -> hotline.grantStepUp.bind(People.SUPERVISOR, order));
  }

  private void refused(Actor actor, StepUpOrder order, RefusalCode code) {
    assertRefused(hotline, actor, inReview, code, () -> hotline.grantStepUp.bind(actor, order));
  }
}
