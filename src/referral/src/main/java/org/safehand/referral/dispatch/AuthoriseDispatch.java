package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.packaging.casefile.SealedCaseFile;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.header.Routing;
import org.safehand.packaging.pack.AuthorisedPackage;
import org.safehand.packaging.pack.PackageAssembler;
import org.safehand.packaging.pack.StoredExhibit;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.access.Actor;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.life.Referral;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stream.EvidenceReader;
import org.safehand.referral.task.Task;
import org.safehand.referral.transfer.Authorisation;

/**
 * Makes everything of a package that depends on its recipient, and authorises its transmission in
 * the custody log. The event names this one package: nothing else can leave under it.
 *
 * <p>A worker calls it for each task of kind {@code AUTHORISE}. The ciphertext is read once on the
 * way, so that nothing is sealed that was not seen true today; whatever else of the same referral
 * waits for its authorisation is authorised by the same reading. While the custody log is stale,
 * the agency is held back, or nobody says whether the recipient's certificate is revoked, the task
 * waits.
 */
public final class AuthoriseDispatch {
  private final UnitOfWork unit;
  private final Referrals referrals;
  private final Dispatches dispatches;
  private final EndpointRegistry registry;
  private final RecipientCheck recipients;
  private final EvidenceReader evidence;
  private final PackageAssembler packages;
  private final Outbox outbox;
  private final LogGate gate;
  private final HoldGate holds;
  private final DispatchEvents events;
  private final Unpackaged unpackaged;
  private final Clock clock;

  /** Wires the use case. */
  public AuthoriseDispatch(
      UnitOfWork unit,
      Referrals referrals,
      Dispatches dispatches,
      EndpointRegistry registry,
      RecipientCheck recipients,
      EvidenceReader evidence,
      PackageAssembler packages,
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
    this.evidence = requireNonNull(evidence, "evidence is null");
    this.packages = requireNonNull(packages, "packages is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.gate = requireNonNull(gate, "gate is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.events = requireNonNull(events, "events is null");
    this.unpackaged = new Unpackaged(dispatches, outbox, events);
    this.clock = requireNonNull(clock, "clock is null");
  }

  private record Loaded(
      QueuedDispatch dispatch,
      Referral referral,
      SealedBytes caseFile,
      List<QueuedDispatch> others) {}

  /** The authorised dispatch, or a suspended one if it cannot be packaged or may not be sent. */
  public Outcome<Dispatch> authorise(Actor node, DispatchId id) {
    return unit.run(() -> gate.whenOpen(() -> load(id))).then(loaded -> authorise(node, loaded));
  }

  private Outcome<Loaded> load(DispatchId id) {
    Optional<Dispatch> found = dispatches.find(id);
    if (found.isEmpty() || !(found.get() instanceof QueuedDispatch queued)) {
      return unpackaged.elsewhere(Task.authorise(id));
    }
    return holds.whenOpen(queued.order().agency(), () -> Outcome.done(loaded(queued)));
  }

  private Loaded loaded(QueuedDispatch queued) {
    ReferralId referral = queued.order().referral();
    return new Loaded(
        queued,
        referrals.find(referral).orElseThrow(),
        referrals.caseFile(referral).orElseThrow(),
        others(queued));
  }

  private List<QueuedDispatch> others(QueuedDispatch queued) {
    return dispatches.of(queued.order().referral()).stream()
        .filter(QueuedDispatch.class::isInstance)
        .map(QueuedDispatch.class::cast)
        .filter(other -> !other.equals(queued))
        .toList();
  }

  private Outcome<Dispatch> authorise(Actor node, Loaded loaded) {
    Outcome<RecipientCertificate> recipient = recipient(loaded.dispatch());
    Outcome<List<StoredExhibit>> exhibits =
        recipient.then(
            it ->
                evidence.open(
                    loaded.dispatch().order().caseId(), loaded.referral().version().exhibits()));
    Outcome<Dispatch> outcome = authorise(node, loaded, loaded.dispatch(), recipient, exhibits);
    if (exhibits instanceof Done) {
      for (QueuedDispatch other : loaded.others()) {
        authorise(node, loaded, other, recipient(other), exhibits);
      }
    }
    return outcome;
  }

  private Outcome<Dispatch> authorise(
      Actor node,
      Loaded loaded,
      QueuedDispatch dispatch,
      Outcome<RecipientCertificate> recipient,
      Outcome<List<StoredExhibit>> exhibits) {
    DispatchOrder order = dispatch.order();
    return recipient
        .then(to -> exhibits.then(all -> assemble(node, loaded, order, to, all)))
        .fold(
            authorised -> unit.run(() -> commit(node, dispatch, authorised)),
            refusal ->
                recipients.mayPass(refusal, order)
                    ? Outcome.refused(refusal)
                    : unit.run(() -> unpackaged.suspend(node, order.id(), refusal)));
  }

  private Outcome<RecipientCertificate> recipient(QueuedDispatch dispatch) {
    DispatchOrder order = dispatch.order();
    return endpoint(order).then(endpoint -> recipients.choose(endpoint, order));
  }

  private Outcome<Endpoint> endpoint(DispatchOrder order) {
    return registry
        .agency(order.agency())
        .flatMap(agency -> agency.endpoint(order.endpoint()))
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.ENDPOINT_NOT_USABLE, "the endpoint is not in the registry"));
  }

  private Outcome<AuthorisedPackage> assemble(
      Actor node,
      Loaded loaded,
      DispatchOrder order,
      RecipientCertificate recipient,
      List<StoredExhibit> exhibits) {
    Routing routing =
        new Routing(
            order.id().value(),
            node.organisation(),
            clock.instant(),
            order.sequence(),
            order.reissue().map(reissue -> reissue.supersedes().value()),
            "TLP:" + loaded.referral().version().content().handling().sharing().wire());
    try {
      SealedCaseFile caseFile = SealedCaseFile.ofBytes(loaded.caseFile().bytes());
      if (!caseFile.sealDigest().equals(order.sealDigest())) {
        return Outcome.refused(
            RefusalCode.EVIDENCE_DAMAGED, "the case file is not the one that was released");
      }
      return Outcome.done(packages.authorise(routing, caseFile, recipient, exhibits));
    } catch (PackageException e) {
      return Outcome.refused(RefusalCode.EVIDENCE_DAMAGED, "the case file cannot be read");
    }
  }

  private Outcome<Dispatch> commit(
      Actor node, QueuedDispatch loaded, AuthorisedPackage authorised) {
    DispatchOrder order = loaded.order();
    if (!dispatches.lock(order.id()).equals(Optional.of(loaded))) {
      return unpackaged.elsewhere(Task.authorise(order.id()));
    }
    // held back while the evidence was read: the task comes again
    return holds.whenOpen(
        order.agency(), () -> Outcome.done(commitNow(node, loaded, order, authorised)));
  }

  private Dispatch commitNow(
      Actor node, QueuedDispatch loaded, DispatchOrder order, AuthorisedPackage authorised) {
    dispatches.keepDraft(order.id(), SealedBytes.of(authorised.toBytes()));
    outbox.done(Task.authorise(order.id()));
    outbox.put(Task.pack(order.id()));
    // the leaf's hash is part of the state, so the event stands before the last write
    Digest leaf = events.record(order, node, event(node, order, authorised));
    AuthorisedDispatch next =
        loaded.authorise(
            new Authorisation(
                authorised.headerDigest(),
                authorised.header().recipient().certificateSha256(),
                leaf,
                clock.instant()));
    dispatches.save(next);
    return next;
  }

  private EventHeader.Builder event(Actor node, DispatchOrder order, AuthorisedPackage authorised) {
    EventHeader.Builder header = events.about(EventType.TRANSMIT_AUTHORISED, node, order);
    authorised.facts().forEach(header::fact);
    return header.fact("fixity", "held");
  }
}
