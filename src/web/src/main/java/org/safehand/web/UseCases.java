package org.safehand.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import org.safehand.custody.audit.LogAudit;
import org.safehand.custody.provenance.Instrument;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.referral.access.AccessPolicy;
import org.safehand.referral.approval.DecideProposal;
import org.safehand.referral.approval.ProposeChange;
import org.safehand.referral.approval.ReadProposals;
import org.safehand.referral.emergency.BreakGlass;
import org.safehand.referral.emergency.ReviewGlass;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.handover.HandOverReferral;
import org.safehand.referral.handover.KeepRoster;
import org.safehand.referral.handover.ReadRoster;
import org.safehand.referral.id.Ids;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.intake.IntakeExhibit;
import org.safehand.referral.intake.OpenReferral;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.log.ReadStanding;
import org.safehand.referral.log.Staleness;
import org.safehand.referral.proof.ExtractCustody;
import org.safehand.referral.reading.ListAgencies;
import org.safehand.referral.reading.ListReferrals;
import org.safehand.referral.reading.Looks;
import org.safehand.referral.reading.ReadCustody;
import org.safehand.referral.reading.ReadDispatches;
import org.safehand.referral.reading.ReadPeople;
import org.safehand.referral.reading.ReadReferral;
import org.safehand.referral.registry.ReadRegistry;
import org.safehand.referral.reissue.ReissueDispatch;
import org.safehand.referral.release.CloseReferral;
import org.safehand.referral.release.ReleaseReferral;
import org.safehand.referral.release.WithdrawRelease;
import org.safehand.referral.retrieval.FetchPackage;
import org.safehand.referral.sealing.SubmitReferral;
import org.safehand.referral.signout.EndSessions;
import org.safehand.referral.stepup.GrantStepUp;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.referral.stream.SegmentBuffers;
import org.safehand.referral.stream.SegmentStore;
import org.safehand.referral.suspension.ResumeDispatch;
import org.safehand.referral.suspension.SuspendDispatch;
import org.safehand.referral.verification.VerifyCustody;
import org.safehand.store.Store;
import org.safehand.web.door.Resources;
import org.safehand.web.glass.GlassResource;
import org.safehand.web.log.LogResource;
import org.safehand.web.rest.AgencyResource;
import org.safehand.web.rest.Asking;
import org.safehand.web.rest.CustodyResource;
import org.safehand.web.rest.DispatchListResource;
import org.safehand.web.rest.DispatchResource;
import org.safehand.web.rest.ExhibitResource;
import org.safehand.web.rest.ExtractResource;
import org.safehand.web.rest.MeResource;
import org.safehand.web.rest.ReferralResource;
import org.safehand.web.rest.StandingResource;
import org.safehand.web.rest.VerificationResource;
import org.safehand.web.review.ReleaseWithdrawalResource;
import org.safehand.web.review.ReturnResource;
import org.safehand.web.review.WithdrawalResource;
import org.safehand.web.signin.CurrentActor;
import org.safehand.web.staff.AssigneeResource;
import org.safehand.web.staff.DutyResource;
import org.safehand.web.staff.PeopleResource;
import org.safehand.web.staff.ProposalResource;
import org.safehand.web.staff.RegistryResource;
import org.safehand.web.stepup.SecondFactor;
import org.safehand.web.transit.ResumptionResource;
import org.safehand.web.transit.SuspensionResource;

/** The use cases of this face over one store, and the resources over them. */
final class UseCases {
  /** The largest exhibit in bytes: what the server's listener lets in. */
  private static final long MAX_EXHIBIT = 4L * 1024 * 1024 * 1024;

  private final Store store;
  private final LogAudit audit;
  private final Clock clock;
  private final Executor helpers;
  private final SecureRandom random = new SecureRandom();
  private final Ids ids;
  private final Journal journal;
  private final Attempts attempts;
  private final CaseAccess access;
  private final OncePerKey once;
  private final Staleness staleness;
  private final LogGate gate;
  private final StepUpGate stepUp;
  private final Looks looks;

  UseCases(
      Store store,
      Instrument instrument,
      LogAudit audit,
      Staleness staleness,
      Clock clock,
      Executor helpers) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.helpers = helpers;
    this.ids = new Ids(clock, random);
    this.journal = new Journal(store.custodyRecorder(), ids, clock, instrument);
    this.attempts = new Attempts(store.unitOfWork(), journal);
    this.access =
        new CaseAccess(
            AccessPolicy.packaged(),
            store.bindings(),
            store.sessionEnds(),
            store.referrals(),
            store.dispatches(),
            store.glasses());
    this.once = new OncePerKey(store.idempotency());
    this.staleness = staleness;
    this.gate = new LogGate(store.logStanding(), staleness);
    this.stepUp = new StepUpGate(store.stepUps(), clock);
    this.looks = new Looks(journal, clock);
  }

  /** Binds step-ups to acts, and grants them. */
  GrantStepUp grantStepUp() {
    return new GrantStepUp(
        attempts, access, store.unitOfWork(), store.proposals(), store.stepUps());
  }

  Resources resources(CurrentActor current, SecondFactor secondFactor) {
    Asking asking = new Asking(current, attempts, store.bindings());
    return new Resources(
        Set.of(
            new MeResource(asking, reviewGlass()),
            new GlassResource(asking, breakGlass(), reviewGlass()),
            referrals(asking),
            new ReturnResource(asking, close()),
            new WithdrawalResource(asking, close()),
            new ReleaseWithdrawalResource(asking, withdrawRelease()),
            new SuspensionResource(
                asking,
                new SuspendDispatch(
                    attempts,
                    access,
                    store.dispatches(),
                    store.outbox(),
                    new DispatchEvents(journal))),
            new ResumptionResource(
                asking,
                new ResumeDispatch(
                    attempts,
                    access,
                    store.dispatches(),
                    store.outbox(),
                    stepUp,
                    new DispatchEvents(journal))),
            new ExhibitResource(asking, intake()),
            dispatches(asking),
            new DispatchListResource(
                asking, new ReadDispatches(attempts, access, store.dispatches(), looks)),
            new CustodyResource(
                asking, new ReadCustody(attempts, access, store.custodyReader(), looks)),
            new StandingResource(
                asking, new ReadStanding(attempts, access, store.logStanding(), staleness)),
            verifications(asking),
            secondFactor.resource(current),
            new PeopleResource(
                asking,
                new ReadPeople(attempts, access, store.bindings(), journal),
                new EndSessions(
                    attempts, access, store.bindings(), store.sessionEnds(), journal, clock)),
            proposals(asking),
            new RegistryResource(
                asking, new ReadRegistry(attempts, access, store.registries(), journal)),
            duty(asking),
            new AssigneeResource(
                asking,
                new HandOverReferral(
                    attempts, access, store.bindings(), store.referrals(), journal)),
            new ExtractResource(
                asking,
                new ExtractCustody(attempts, access, once, store.extracts(), stepUp, journal)),
            new AgencyResource(
                asking, new ListAgencies(attempts, access, store.registries()), clock)),
        Set.of(
            new LogResource(
                store.publishedLog(), () -> store.publishedLog().checkpoint(), store.anchors())));
  }

  private ReferralResource referrals(Asking asking) {
    return new ReferralResource(
        asking,
        new ListReferrals(attempts, access, store.referrals(), journal),
        new ReadReferral(attempts, access, journal),
        open(),
        submit(),
        release());
  }

  private DispatchResource dispatches(Asking asking) {
    return new DispatchResource(
        asking,
        new ReadDispatches(attempts, access, store.dispatches(), looks),
        new FetchPackage(attempts, access, store.dispatches(), gate, new DispatchEvents(journal)),
        reissue(),
        store.segmentSource());
  }

  private DutyResource duty(Asking asking) {
    return new DutyResource(
        asking,
        new ReadRoster(attempts, access, store.roster(), clock),
        new KeepRoster(
            attempts, access, once, store.bindings(), store.roster(), journal, ids, clock));
  }

  private ProposalResource proposals(Asking asking) {
    return new ProposalResource(
        asking,
        new ReadProposals(attempts, access, store.proposals(), journal, clock),
        new ProposeChange(
            attempts,
            access,
            once,
            store.bindings(),
            store.proposals(),
            store.registries(),
            journal,
            ids,
            clock),
        new DecideProposal(
            attempts,
            access,
            store.bindings(),
            store.proposals(),
            store.registries(),
            stepUp,
            journal,
            clock));
  }

  private ReissueDispatch reissue() {
    return new ReissueDispatch(
        attempts,
        access,
        once,
        store.dispatches(),
        store.registries(),
        store.outbox(),
        gate,
        stepUp,
        new DispatchEvents(journal),
        ids,
        clock);
  }

  private WithdrawRelease withdrawRelease() {
    return new WithdrawRelease(
        attempts,
        access,
        store.referrals(),
        store.dispatches(),
        store.outbox(),
        stepUp,
        journal,
        clock);
  }

  private BreakGlass breakGlass() {
    return new BreakGlass(
        attempts, access, once, store.referrals(), store.glasses(), stepUp, journal, ids, clock);
  }

  private ReviewGlass reviewGlass() {
    return new ReviewGlass(attempts, access, store.glasses(), journal, clock);
  }

  private VerificationResource verifications(Asking asking) {
    return new VerificationResource(
        asking,
        new VerifyCustody(
            attempts, store.unitOfWork(), access, store.storedCustody(), audit, journal));
  }

  private OpenReferral open() {
    return new OpenReferral(
        attempts, access, once, store.referrals(), store.caseKeys(), journal, ids, clock);
  }

  private IntakeExhibit intake() {
    SegmentStore segments =
        new SegmentStore(
            new SegmentBuffers(SegmentBuffers.OF_A_GATEWAY),
            new SegmentCipher(random),
            store.evidenceVault(),
            store.caseKeys(),
            ids,
            MAX_EXHIBIT,
            helpers);
    return new IntakeExhibit(
        attempts, store.unitOfWork(), access, segments, store.referrals(), journal, clock);
  }

  private SubmitReferral submit() {
    return new SubmitReferral(attempts, access, store.referrals(), store.outbox(), journal, clock);
  }

  private CloseReferral close() {
    return new CloseReferral(attempts, access, store.referrals(), journal, clock);
  }

  private ReleaseReferral release() {
    return new ReleaseReferral(
        attempts,
        access,
        once,
        store.referrals(),
        store.dispatches(),
        store.registries(),
        store.outbox(),
        gate,
        stepUp,
        journal,
        ids,
        clock);
  }
}
