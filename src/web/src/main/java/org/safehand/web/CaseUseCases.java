package org.safehand.web;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.referral.draft.EditDraft;
import org.safehand.referral.draft.RemoveExhibit;
import org.safehand.referral.emergency.BreakGlass;
import org.safehand.referral.emergency.OwnGlass;
import org.safehand.referral.emergency.ReviewGlass;
import org.safehand.referral.handover.HandOverReferral;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.intake.IntakeExhibit;
import org.safehand.referral.intake.OpenReferral;
import org.safehand.referral.opening.DownloadExhibit;
import org.safehand.referral.opening.OpenExhibit;
import org.safehand.referral.reading.ListReferrals;
import org.safehand.referral.reading.ReadReferral;
import org.safehand.referral.release.CloseReferral;
import org.safehand.referral.release.ReleaseReferral;
import org.safehand.referral.release.WithdrawRelease;
import org.safehand.referral.sealing.SubmitReferral;
import org.safehand.referral.stream.ClearReader;
import org.safehand.referral.stream.SegmentBuffers;
import org.safehand.referral.stream.SegmentStore;
import org.safehand.web.glass.GlassResource;
import org.safehand.web.opening.DownloadResource;
import org.safehand.web.opening.OpeningResource;
import org.safehand.web.rest.Asking;
import org.safehand.web.rest.ExhibitResource;
import org.safehand.web.rest.ReferralResource;
import org.safehand.web.review.ReleaseWithdrawalResource;
import org.safehand.web.review.ReturnResource;
import org.safehand.web.review.WithdrawalResource;
import org.safehand.web.staff.AssigneeResource;

/** What people do with a case: they make, seal, review and release it. */
final class CaseUseCases {
  private final Tools tools;

  CaseUseCases(Tools tools) {
    this.tools = requireNonNull(tools, "tools is null");
  }

  Set<Object> resources(Asking asking) {
    return Set.of(
        new GlassResource(asking, breakGlass(), ownGlass(), reviewGlass()),
        referrals(asking),
        new ReturnResource(asking, close()),
        new WithdrawalResource(asking, close()),
        new ReleaseWithdrawalResource(asking, withdrawRelease()),
        new ExhibitResource(
            asking,
            intake(),
            new RemoveExhibit(
                tools.attempts(),
                tools.access(),
                tools.store().referrals(),
                tools.journal(),
                tools.clock())),
        new OpeningResource(asking, openExhibit()),
        new DownloadResource(asking, downloadExhibit()),
        new AssigneeResource(
            asking,
            new HandOverReferral(
                tools.attempts(),
                tools.access(),
                tools.store().bindings(),
                tools.store().referrals(),
                tools.journal())));
  }

  private ReferralResource referrals(Asking asking) {
    return new ReferralResource(
        asking,
        new ListReferrals(
            tools.attempts(), tools.access(), tools.store().referrals(), tools.journal()),
        new ReadReferral(tools.attempts(), tools.access(), tools.journal(), tools.looks()),
        open(),
        new EditDraft(tools.attempts(), tools.access(), tools.store().referrals(), tools.journal()),
        submit(),
        release(),
        new HoldGate(tools.store().holds()));
  }

  private WithdrawRelease withdrawRelease() {
    return new WithdrawRelease(
        tools.attempts(),
        tools.access(),
        tools.store().referrals(),
        tools.store().dispatches(),
        tools.store().outbox(),
        tools.stepUp(),
        tools.journal(),
        tools.clock());
  }

  private BreakGlass breakGlass() {
    return new BreakGlass(
        tools.attempts(),
        tools.access(),
        tools.once(),
        tools.store().referrals(),
        tools.store().glasses(),
        tools.store().settings(),
        tools.stepUp(),
        tools.journal(),
        tools.ids(),
        tools.clock());
  }

  private OwnGlass ownGlass() {
    return new OwnGlass(tools.attempts(), tools.access(), tools.store().glasses(), tools.clock());
  }

  private ReviewGlass reviewGlass() {
    return new ReviewGlass(
        tools.attempts(), tools.access(), tools.store().glasses(), tools.journal(), tools.clock());
  }

  private OpenReferral open() {
    return new OpenReferral(
        tools.attempts(),
        tools.access(),
        tools.once(),
        tools.store().referrals(),
        tools.store().caseKeys(),
        tools.journal(),
        tools.ids(),
        tools.clock());
  }

  private IntakeExhibit intake() {
    SegmentStore segments =
        new SegmentStore(
            SegmentBuffers.ofIntake(),
            new SegmentCipher(tools.random()),
            tools.store().evidenceVault(),
            tools.store().caseKeys(),
            tools.ids(),
            () -> tools.store().settings().now().largestExhibit(),
            tools.helpers(),
            tools.clock());
    return new IntakeExhibit(
        tools.attempts(),
        tools.store().unitOfWork(),
        tools.access(),
        segments,
        tools.store().referrals(),
        tools.journal(),
        tools.clock());
  }

  private OpenExhibit openExhibit() {
    return new OpenExhibit(
        tools.attempts(),
        tools.access(),
        tools.store().openings(),
        tools.journal(),
        tools.ids(),
        tools.clock());
  }

  private DownloadExhibit downloadExhibit() {
    return new DownloadExhibit(
        tools.attempts(),
        tools.store().unitOfWork(),
        tools.access(),
        tools.store().openings(),
        new ClearReader(
            SegmentBuffers.ofReading(), tools.store().evidenceVault(), tools.store().caseKeys()),
        tools.journal(),
        tools.clock());
  }

  private SubmitReferral submit() {
    return new SubmitReferral(
        tools.attempts(),
        tools.access(),
        tools.store().referrals(),
        tools.store().outbox(),
        tools.journal(),
        tools.clock());
  }

  private CloseReferral close() {
    return new CloseReferral(
        tools.attempts(),
        tools.access(),
        tools.store().referrals(),
        tools.journal(),
        tools.clock());
  }

  private ReleaseReferral release() {
    return new ReleaseReferral(
        tools.attempts(),
        tools.access(),
        tools.once(),
        tools.store().bindings(),
        tools.store().referrals(),
        tools.store().dispatches(),
        tools.store().registries(),
        tools.store().outbox(),
        tools.gate(),
        tools.stepUp(),
        tools.journal(),
        tools.ids(),
        tools.clock());
  }
}
