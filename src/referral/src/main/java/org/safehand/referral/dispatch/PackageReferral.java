package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.proof.EventProof;
import org.safehand.custody.proof.TlogProof;
import org.safehand.packaging.pack.AuthorisedPackage;
import org.safehand.packaging.pack.PackageAssembler;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.PendingPackage;
import org.safehand.packaging.release.Release;
import org.safehand.packaging.seal.SealException;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.port.CustodyReader;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sealing.TimeStamps;
import org.safehand.referral.task.Task;
import org.safehand.referral.transfer.Parcel;

/**
 * Finishes the package of an authorised dispatch: release record with the proof that the log holds
 * its authorisation, outer seal, time-stamp. It refuses as long as that event is not witnessed:
 * nothing leaves the building before the log is bound to it, nor while the log is stale or the
 * agency held back, nor while nobody says whether the recipient's certificate is revoked.
 *
 * <p>A worker calls it for each task of kind {@code PACKAGE}; a refused task comes again.
 */
public final class PackageReferral {
  private final UnitOfWork unit;
  private final Referrals referrals;
  private final Dispatches dispatches;
  private final EndpointRegistry registry;
  private final RecipientCheck recipients;
  private final CustodyReader custody;
  private final PackageAssembler packages;
  private final TimeStamps stamps;
  private final Outbox outbox;
  private final LogGate gate;
  private final HoldGate holds;
  private final DispatchEvents events;
  private final Unpackaged unpackaged;
  private final Clock clock;

  /** Wires the use case. */
  public PackageReferral(
      UnitOfWork unit,
      Referrals referrals,
      Dispatches dispatches,
      EndpointRegistry registry,
      RecipientCheck recipients,
      CustodyReader custody,
      PackageAssembler packages,
      TimeStamps stamps,
      Outbox outbox,
      LogGate gate,
      HoldGate holds,
      DispatchEvents events,
      Clock clock) {
    this.unit = requireNonNull(unit, "unit is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.registry = requireNonNull(registry, "registry is null");
    this.recipients = requireNonNull(recipients, "recipients is null");
    this.custody = requireNonNull(custody, "custody is null");
    this.packages = requireNonNull(packages, "packages is null");
    this.stamps = requireNonNull(stamps, "stamps is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.gate = requireNonNull(gate, "gate is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.events = requireNonNull(events, "events is null");
    this.unpackaged = new Unpackaged(dispatches, outbox, events);
    this.clock = requireNonNull(clock, "clock is null");
  }

  private record Loaded(
      AuthorisedDispatch dispatch,
      ReleasedReferral referral,
      SealedBytes draft,
      EventProof authorisation) {}

  /** The packaged dispatch, or a suspended one if its endpoint does not or may not take it. */
  public Outcome<Dispatch> pack(Actor node, DispatchId id) {
    return unit.run(() -> gate.whenOpen(() -> load(id))).then(loaded -> pack(node, loaded));
  }

  /** The recipient is checked before a seal and a time-stamp are spent on the package. */
  private Outcome<Dispatch> pack(Actor node, Loaded loaded) {
    AuthorisedDispatch dispatch = loaded.dispatch();
    Optional<Endpoint> endpoint = endpoint(dispatch);
    if (endpoint.isEmpty()) {
      return suspend(
          node,
          dispatch,
          Refusal.of(RefusalCode.ENDPOINT_NOT_USABLE, "the endpoint is not in the registry"));
    }
    Optional<Refusal> doubt =
        recipients.doubt(endpoint.get(), dispatch.authorisation().certificate());
    if (doubt.isEmpty()) {
      return recipe(loaded).then(recipe -> finish(node, dispatch, endpoint.get(), recipe));
    }
    return recipients.mayPass(doubt.get(), dispatch.order())
        ? Outcome.refused(doubt.get())
        : suspend(node, dispatch, doubt.get());
  }

  private Outcome<Dispatch> suspend(Actor node, AuthorisedDispatch dispatch, Refusal why) {
    return unit.run(() -> unpackaged.suspend(node, dispatch.order().id(), why));
  }

  private Optional<Endpoint> endpoint(AuthorisedDispatch dispatch) {
    return registry
        .agency(dispatch.order().agency())
        .flatMap(agency -> agency.endpoint(dispatch.order().endpoint()));
  }

  private Outcome<Loaded> load(DispatchId id) {
    Optional<Dispatch> found = dispatches.find(id);
    if (found.isEmpty() || !(found.get() instanceof AuthorisedDispatch authorised)) {
      return unpackaged.elsewhere(Task.pack(id));
    }
    return holds.whenOpen(authorised.order().agency(), () -> load(authorised));
  }

  private Outcome<Loaded> load(AuthorisedDispatch authorised) {
    Optional<TlogProof> proof = custody.witnessedProof(authorised.authorisation().event());
    if (proof.isEmpty()) {
      return Outcome.refused(
          RefusalCode.AUTHORISATION_NOT_WITNESSED, "the authorisation is not witnessed yet");
    }
    ReleasedReferral referral =
        (ReleasedReferral) referrals.find(authorised.order().referral()).orElseThrow();
    return Outcome.done(
        new Loaded(
            authorised,
            referral,
            dispatches.draft(authorised.order().id()).orElseThrow(),
            EventProof.of(event(authorised), proof.get())));
  }

  private RecordedEvent event(AuthorisedDispatch authorised) {
    return custody.entries(authorised.order().caseId()).stream()
        .map(CustodyEntry::event)
        .filter(event -> event.leaf().leafHash().equals(authorised.authorisation().event()))
        .findFirst()
        .orElseThrow();
  }

  private Outcome<PackageRecipe> recipe(Loaded loaded) {
    try {
      PendingPackage pending =
          packages.seal(
              AuthorisedPackage.fromBytes(loaded.draft().bytes()),
              release(loaded.referral()),
              loaded.authorisation());
      return stamps.over(pending.signatureDigest()).then(stamp -> complete(pending, stamp));
    } catch (SealException e) {
      return unavailable(e);
    }
  }

  private static Outcome<PackageRecipe> complete(PendingPackage pending, TimeStamps.Stamp stamp) {
    try {
      return Outcome.done(pending.complete(stamp.token()));
    } catch (SealException e) {
      return unavailable(e);
    }
  }

  /** Of two supervisors it names the one whose act released it; the event of the release, both. */
  private static Release release(ReleasedReferral referral) {
    return new Release(
        Journal.principal(referral.version().author(), Role.REFERRAL_OFFICER),
        Journal.principal(referral.release().by(), Role.RELEASE_SUPERVISOR),
        referral.release().at());
  }

  private Outcome<Dispatch> finish(
      Actor node, AuthorisedDispatch loaded, Endpoint endpoint, PackageRecipe recipe) {
    Optional<Refusal> fault =
        fault(endpoint, loaded.authorisation().certificate(), recipe.length());
    return fault.isPresent()
        ? suspend(node, loaded, fault.get())
        : unit.run(() -> commit(node, loaded, recipe));
  }

  /** What the check before could not know: the size, and that the certificate ended meanwhile. */
  private Optional<Refusal> fault(Endpoint endpoint, Digest certificate, long length) {
    if (endpoint.recipient(certificate, clock.instant()).isEmpty()) {
      return Optional.of(
          Refusal.of(
              RefusalCode.RECIPIENT_CERTIFICATE_NOT_VALID,
              "the certificate that the package is for is not valid any more"));
    }
    return length > endpoint.maxBytes()
        ? Optional.of(
            Refusal.of(
                RefusalCode.PACKAGE_TOO_LARGE,
                "the endpoint takes " + endpoint.maxBytes() + " bytes at most"))
        : Optional.empty();
  }

  private Outcome<Dispatch> commit(Actor node, AuthorisedDispatch loaded, PackageRecipe recipe) {
    DispatchId id = loaded.order().id();
    if (!dispatches.lock(id).equals(Optional.of(loaded))) {
      return unpackaged.elsewhere(Task.pack(id));
    }
    // held back while the seal was made: the task comes again
    return holds.whenOpen(
        loaded.order().agency(), () -> Outcome.done(commitNow(node, loaded, id, recipe)));
  }

  private Dispatch commitNow(
      Actor node, AuthorisedDispatch loaded, DispatchId id, PackageRecipe recipe) {
    Parcel parcel =
        new Parcel(
            recipe.packageDigest(),
            recipe.length(),
            clock.instant(),
            Optional.of(loaded.authorisation().certificate()));
    Dispatch next =
        loaded.order().channel() == Channel.PICK_UP
            ? loaded.available(parcel)
            : loaded.ready(parcel);
    dispatches.save(next);
    dispatches.keepRecipe(id, recipe);
    outbox.done(Task.pack(id));
    events.record(
        next.order(),
        node,
        events
            .event(EventType.PACKAGED, node, next.order())
            .fact("packageDigest", recipe.packageDigest())
            .fact("length", Long.toString(recipe.length())));
    return next;
  }

  private static <T> Outcome<T> unavailable(SealException e) {
    return Outcome.refused(
        RefusalCode.SEAL_UNAVAILABLE, "no seal could be made: " + e.getMessage());
  }
}
