package org.safehand.referral.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.casefile.CaseFileAssembler;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.pack.PackageAssembler;
import org.safehand.packaging.seal.SealWriter;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.referral.access.AccessPolicy;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.act.Seal;
import org.safehand.referral.anchor.AnchorCheckpoint;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.dispatch.AuthoriseDispatch;
import org.safehand.referral.dispatch.ClaimDispatch;
import org.safehand.referral.dispatch.PackageReferral;
import org.safehand.referral.dispatch.RecipientCheck;
import org.safehand.referral.dispatch.RetryPlan;
import org.safehand.referral.dispatch.SettleDispatch;
import org.safehand.referral.draft.EditDraft;
import org.safehand.referral.draft.RemoveExhibit;
import org.safehand.referral.endpoint.InMemoryStanding;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ExtractId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.idempotency.RequestKey;
import org.safehand.referral.intake.IntakeExhibit;
import org.safehand.referral.intake.NewExhibit;
import org.safehand.referral.intake.NewReferral;
import org.safehand.referral.intake.OpenReferral;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralInReview;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.life.SealingReferral;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Place;
import org.safehand.referral.pki.SwitchableTsa;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.port.InMemoryPorts;
import org.safehand.referral.port.memory.InMemoryEndpoints;
import org.safehand.referral.proof.ExtractCustody;
import org.safehand.referral.proof.ExtractOrder;
import org.safehand.referral.reading.ListAgencies;
import org.safehand.referral.reading.ListReferrals;
import org.safehand.referral.reading.Looks;
import org.safehand.referral.reading.ReadCustody;
import org.safehand.referral.reading.ReadDispatches;
import org.safehand.referral.reading.ReadReferral;
import org.safehand.referral.receipt.RecordReceipt;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.reissue.ReissueDispatch;
import org.safehand.referral.release.CloseReferral;
import org.safehand.referral.release.ReleaseAct;
import org.safehand.referral.release.ReleaseOrder;
import org.safehand.referral.release.ReleaseReferral;
import org.safehand.referral.retrieval.FetchPackage;
import org.safehand.referral.retrieval.FetchedPackage;
import org.safehand.referral.sealing.SealReferral;
import org.safehand.referral.sealing.SubmitReferral;
import org.safehand.referral.sealing.TimeStamps;
import org.safehand.referral.stepup.GrantStepUp;
import org.safehand.referral.stepup.ProvenAct;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.referral.stream.EvidenceReader;
import org.safehand.referral.stream.SegmentBuffers;
import org.safehand.referral.stream.SegmentStore;

/** A gateway in memory: all use cases over the fakes, with real cryptography. */
public final class Hotline {
  public final InMemoryPorts ports = new InMemoryPorts();
  public final InMemoryEndpoints endpoints =
      new InMemoryEndpoints(ports.unit(), TestWorld.agencies());
  public final Ids ids = new Ids(ports.clock(), new SecureRandom());
  public final Journal journal =
      new Journal(
          ports.recorder(), ids, ports.clock(), new Instrument("node-1", "Safehand", "0.1"));
  public final DispatchEvents events = new DispatchEvents(journal);
  public final AccessPolicy policy = AccessPolicy.packaged();
  public final Attempts attempts = new Attempts(ports.unit(), journal);
  public final CaseAccess access =
      new CaseAccess(
          policy,
          ports.bindings(),
          ports.sessionEnds(),
          ports.referrals(),
          ports.dispatches(),
          ports.glasses());
  public final OncePerKey once = new OncePerKey(ports.idempotency());
  public final SegmentStore segments =
      new SegmentStore(
          new SegmentBuffers(2, Duration.ofMinutes(1)),
          new SegmentCipher(new SecureRandom()),
          ports.vault(),
          ports.keys(),
          ids,
          () -> ports.settings().now().largestExhibit(),
          Runnable::run,
          ports.clock());

  public final LogGate gate = new LogGate(ports.standing(), ports.settings());
  public final HoldGate holds = new HoldGate(ports.holds());
  public final StepUpGate stepUp = new StepUpGate(ports.stepUps(), ports.clock());
  public final GrantStepUp grantStepUp =
      new GrantStepUp(
          attempts, access, ports.unit(), ports.proposals(), ports.holds(), ports.stepUps());
  public final Looks looks = new Looks(journal, ports.clock());
  public final OpenReferral open =
      new OpenReferral(
          attempts, access, once, ports.referrals(), ports.keys(), journal, ids, ports.clock());
  public final IntakeExhibit intake =
      new IntakeExhibit(
          attempts, ports.unit(), access, segments, ports.referrals(), journal, ports.clock());
  public final SubmitReferral submit =
      new SubmitReferral(
          attempts, access, ports.referrals(), ports.outbox(), journal, ports.clock());
  public final ReleaseReferral release =
      new ReleaseReferral(
          attempts,
          access,
          once,
          ports.bindings(),
          ports.referrals(),
          ports.dispatches(),
          endpoints,
          ports.outbox(),
          gate,
          stepUp,
          journal,
          ids,
          ports.clock());
  public final EditDraft edit = new EditDraft(attempts, access, ports.referrals(), journal);
  public final RemoveExhibit remove =
      new RemoveExhibit(attempts, access, ports.referrals(), journal, ports.clock());
  public final CloseReferral close =
      new CloseReferral(attempts, access, ports.referrals(), journal, ports.clock());
  public final SwitchableTsa tsa = new SwitchableTsa();
  public final Trust trust = TestWorld.trust(ports.recorder().key());
  private final SealWriter seals =
      new SealWriter(TestWorld.sealSigner(), TestWorld::material, ports.clock());
  public final TimeStamps stamps = new TimeStamps(tsa, trust);
  private final PackageAssembler packages =
      new PackageAssembler(seals, new EnvelopeWriter(new SecureRandom()));
  public final SealReferral seal =
      new SealReferral(
          ports.unit(),
          ports.referrals(),
          ports.reader(),
          ports.outbox(),
          new CaseFileAssembler(seals),
          stamps,
          journal);
  public final InMemoryStanding standing = new InMemoryStanding(TestWorld.AGENCY_CA.certificate());
  public final RecipientCheck recipients =
      new RecipientCheck(standing, ports.settings(), ports.clock());
  public final AuthoriseDispatch authorise =
      new AuthoriseDispatch(
          ports.unit(),
          ports.referrals(),
          ports.dispatches(),
          endpoints,
          recipients,
          new EvidenceReader(ports.vault(), ports.keys()),
          packages,
          ports.outbox(),
          gate,
          holds,
          events,
          ports.clock());
  public final PackageReferral pack =
      new PackageReferral(
          ports.unit(),
          ports.referrals(),
          ports.dispatches(),
          endpoints,
          recipients,
          ports.reader(),
          packages,
          stamps,
          ports.outbox(),
          gate,
          holds,
          events,
          ports.clock());
  public final ClaimDispatch claim =
      new ClaimDispatch(ports.unit(), ports.dispatches(), gate, holds, events);
  public final SettleDispatch settle =
      new SettleDispatch(
          ports.unit(), ports.dispatches(), events, new RetryPlan(new Random(7), ports.settings()));
  public final RecordReceipt receipt =
      new RecordReceipt(ports.unit(), ports.dispatches(), endpoints, events, ports.clock());
  public final FetchPackage fetch =
      new FetchPackage(attempts, access, ports.dispatches(), gate, holds, events);
  public final ReissueDispatch reissue =
      new ReissueDispatch(
          attempts,
          access,
          once,
          ports.dispatches(),
          endpoints,
          ports.outbox(),
          gate,
          stepUp,
          events,
          ids,
          ports.clock());
  public final ReadReferral read = new ReadReferral(attempts, access, journal, looks);
  public final ReadDispatches readDispatches =
      new ReadDispatches(attempts, access, ports.dispatches(), looks);
  public final ReadCustody readCustody = new ReadCustody(attempts, access, ports.reader(), looks);
  public final ExtractCustody extract =
      new ExtractCustody(attempts, access, once, ports.extracts(), stepUp, journal);
  public final ListReferrals list = new ListReferrals(attempts, access, ports.referrals(), journal);
  public final ListAgencies listAgencies = new ListAgencies(attempts, access, endpoints);

  public final AnchorCheckpoint anchor =
      new AnchorCheckpoint(
          ports.unit(), ports.anchors(), stamps, journal, Duration.ofHours(1), ports.settings());

  /** A hotline whose people are known to it. */
  public Hotline() {
    People.ALL.forEach(this::bound);
  }

  /** Somebody whom the gateway's own list grants the roles that they claim. */
  public Actor bound(Actor actor) {
    return bound(actor, actor.roles());
  }

  /** Somebody whom the gateway's own list grants {@code roles}, whatever they claim. */
  public Actor bound(Actor actor, Set<Role> roles) {
    Place place =
        actor
            .agency()
            .<Place>map(Place.OfAgency::new)
            .orElseGet(() -> new Place.Unit(actor.organisation()));
    ports
        .unit()
        .run(
            () -> {
              var before = ports.bindings().find(actor.number());
              long revision = before.map(Binding::revision).orElse(0L) + 1;
              ports
                  .bindings()
                  .save(
                      new Binding(
                          actor.number(), actor.displayName(), roles, place, true, revision));
              return revision;
            });
    return actor;
  }

  public Referral opened() {
    return value(open.open(People.OFFICER, request(Samples.document())));
  }

  public Exhibit taken(Referral referral, byte[] bytes) {
    return value(
        intake.take(People.OFFICER, exhibit(referral, bytes), new ByteArrayInputStream(bytes)));
  }

  /** A submitted referral with one exhibit. */
  public SealingReferral submitted() {
    Referral referral = opened();
    taken(referral, "synthetic".getBytes(UTF_8));
    return value(submit.submit(People.OFFICER, referral.version().id(), revision(referral)));
  }

  /** A referral whose dispatches to {@code recipients} are queued. */
  public List<Dispatch> dispatched(String... recipients) {
    SealedReferral inReview = value(seal.seal(People.NODE, submitted().version().id()));
    value(release(People.SUPERVISOR, inReview, recipients));
    return ports.dispatches().of(inReview.version().id());
  }

  /** A dispatch to {@code recipient} whose package is finished. */
  public Dispatch packaged(String recipient) {
    DispatchId id = dispatched(recipient).get(0).order().id();
    value(authorise.authorise(People.NODE, id));
    ports.recorder().publish();
    return value(pack.pack(People.NODE, id));
  }

  public Outcome<FetchedPackage> fetched(Actor actor, DispatchId id) {
    return fetch.fetch(actor, id, recipe -> Optional.empty());
  }

  /** An auditor's order of everything, to date. */
  public static ExtractOrder extractOrder(ReferralId referral) {
    return new ExtractOrder(referral, ExtractLevel.DETAILS, "trial", true, key("extract"));
  }

  /** A referral that has a seal digest, but no case file: for the rules of release. */
  public SealedReferral inReview() {
    SealedReferral inReview =
        submitted().seal(new Seal(Digest.of("manifest".getBytes(UTF_8)), Samples.MORNING));
    return ports
        .unit()
        .run(
            () -> {
              ports.referrals().save(inReview);
              return inReview;
            });
  }

  /** The second factor is asked for just before. */
  public Outcome<Referral> release(Actor actor, ReferralInReview referral, String... recipients) {
    ReleaseOrder order = order(referral, recipients);
    proven(binding(actor, order));
    return release.release(actor, order);
  }

  /** What {@code actor} must prove themselves for, with the endpoints as they are now. */
  public ProvenAct binding(Actor actor, ReleaseOrder order) {
    var to = endpoints.named(order.recipients());
    Referral now = ports.referrals().find(order.referral()).orElseThrow();
    return order.binding(actor.number(), ReleaseAct.of(now, to), to);
  }

  /** The second factor is asked for just before. */
  public Outcome<ExtractId> extracted(Actor actor, ExtractOrder order) {
    long revision = ports.referrals().find(order.referral()).orElseThrow().version().revision();
    proven(order.binding(actor.number(), revision));
    return extract.request(actor, order);
  }

  /** The person of {@code binding} proves themselves for it, now. */
  public void proven(ProvenAct binding) {
    grantStepUp.grant(binding, ports.clock().instant());
  }

  public static ReleaseOrder order(ReferralInReview referral, String... recipients) {
    return new ReleaseOrder(
        referral.version().id(),
        referral.version().revision(),
        referral.seal().digest(),
        List.of(recipients),
        key("release"));
  }

  public static NewReferral request(JsonObject document) {
    return new NewReferral(
        new RequestKey(UUID.randomUUID().toString(), Digest.of(Jcs.write(document))), document);
  }

  public static RequestKey key(String request) {
    return new RequestKey(UUID.randomUUID().toString(), Digest.of(request.getBytes(UTF_8)));
  }

  public static NewExhibit exhibit(Referral referral, byte[] bytes) {
    return new NewExhibit(
        referral.version().id(),
        "note.txt",
        "text/plain; charset=utf-8",
        OptionalLong.of(bytes.length),
        Digest.of(bytes));
  }

  /** The referral as it is now. */
  public Referral now(Referral referral) {
    return ports.referrals().find(referral.version().id()).orElseThrow();
  }

  public long revision(Referral referral) {
    return now(referral).version().revision();
  }

  public static <T> T value(Outcome<T> outcome) {
    return outcome.fold(
        value -> value,
        refusal -> {
          throw new AssertionError("refused: " + refusal);
        });
  }
}
