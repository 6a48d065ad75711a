package org.safehand.referral.proof;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Role;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.document.Faults;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.ExtractId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.port.Extracts;
import org.safehand.referral.query.IssuedExtract;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stepup.StepUpGate;

/**
 * Has a custody extract of a case issued, and hands it out once everything in it is witnessed.
 *
 * <p>Issuing is the last event in the extract and of its tag key period: whoever gets the file can
 * tell that it is complete up to there, and cannot follow the case afterwards. Only an auditor may
 * have an extract to date, which reveals the next key.
 */
public final class ExtractCustody {
  private static final TextShape PURPOSE = TextShape.upTo(200);

  private final Attempts attempts;
  private final CaseAccess access;
  private final OncePerKey once;
  private final Extracts extracts;
  private final StepUpGate stepUp;
  private final Journal journal;

  /** Wires the use case. */
  public ExtractCustody(
      Attempts attempts,
      CaseAccess access,
      OncePerKey once,
      Extracts extracts,
      StepUpGate stepUp,
      Journal journal) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.once = requireNonNull(once, "once is null");
    this.extracts = requireNonNull(extracts, "extracts is null");
    this.stepUp = requireNonNull(stepUp, "stepUp is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** The extract that is issued by this; for a repeated request the one that was. */
  public Outcome<ExtractId> request(Actor actor, ExtractOrder order) {
    return attempts.inOneUnit(
        actor,
        Operation.REPORT,
        attempt ->
            access
                .find(attempt, actor, Operation.REPORT, order.referral())
                .then(admitted -> toDate(actor, admitted, order))
                .then(
                    admitted ->
                        once.run(
                            actor,
                            Operation.REPORT,
                            order.key(),
                            () -> issueOnce(actor, admitted, order),
                            ExtractId::toString,
                            id -> Outcome.done(ExtractId.parse(id)))));
  }

  /**
   * The file of an extract, for the person to whom it was issued: they proved themselves for it,
   * and nobody else did. Handing it out is recorded, after the extract. That it is not witnessed
   * yet is no denial, so it is not an event.
   */
  public Outcome<ExtractFile> fetch(Actor actor, ReferralId referral, ExtractId id) {
    Outcome<Optional<ExtractFile>> fetched =
        attempts.inOneUnit(
            actor,
            Operation.REPORT,
            attempt ->
                access
                    .find(attempt, actor, Operation.REPORT, referral)
                    .then(admitted -> fetch(actor, admitted.subject().version().caseId(), id)));
    return fetched.then(
        file ->
            file.map(Outcome::done)
                .orElseGet(
                    () ->
                        Outcome.refused(
                            RefusalCode.EXTRACT_NOT_WITNESSED,
                            "not every event up to it is witnessed yet; ask again")));
  }

  private static Outcome<Admitted<Referral>> toDate(
      Actor actor, Admitted<Referral> admitted, ExtractOrder order) {
    return order.toDate() && !actor.is(Role.AUDITOR) ? notToDate() : Outcome.done(admitted);
  }

  private Outcome<ExtractId> issueOnce(
      Actor actor, Admitted<Referral> admitted, ExtractOrder order) {
    Faults faults = new Faults();
    PURPOSE.check(new JsonString(order.purpose()), "/purpose", faults);
    if (!faults.found().isEmpty()) {
      return Outcome.refused(Refusal.of(faults.found()));
    }
    ReferralVersion version = admitted.subject().version();
    return extracts.length(version.caseId()) < Extract.MAX_EVENTS
        ? stepUp.whenProven(
            actor,
            admitted,
            order.binding(actor.number(), version.revision()),
            proven -> issue(proven, version.caseId(), order))
        : tooLarge();
  }

  private ExtractId issue(Actor actor, CaseId caseId, ExtractOrder order) {
    EventHeader.Builder header =
        journal.event(EventType.EXTRACT_ISSUED, actor).basis(Basis.of(order.purpose()));
    journal.endPeriod(
        caseId, actor, end -> new ExtractIssued(end, order.level(), order.toDate()).addTo(header));
    return new ExtractId(header.build().eventId());
  }

  private Outcome<Optional<ExtractFile>> fetch(Actor actor, CaseId caseId, ExtractId id) {
    Optional<IssuedExtract> found = extracts.find(caseId, id.value());
    if (found.isEmpty() || !found.get().issuer().equals(actor.number())) {
      return Outcome.refused(
          RefusalCode.EXTRACT_NOT_FOUND, "there is nothing of this name for you");
    }
    ExtractIssued issued = found.get().issued();
    if (issued.toDate() && !actor.is(Role.AUDITOR)) {
      return notToDate();
    }
    return found.get().whole().isEmpty()
        ? Outcome.done(Optional.empty())
        : handOut(actor, id, found.get().whole().get().reduced(issued.level(), issued.toDate()))
            .map(Optional::of);
  }

  private Outcome<ExtractFile> handOut(Actor actor, ExtractId id, Extract extract) {
    SealedBytes file = SealedBytes.of(extract.bytes());
    if (extract.events().size() > Extract.MAX_EVENTS || file.length() > Extract.MAX_BYTES) {
      return tooLarge();
    }
    journal.record(
        new CaseId(extract.caseId()),
        actor,
        journal
            .event(EventType.EXPORTED, actor)
            .fact("extract", id.toString())
            .fact("sha256", file.digest()));
    return Outcome.done(new ExtractFile(id, file));
  }

  private static <T> Outcome<T> notToDate() {
    return Outcome.refused(
        RefusalCode.OPERATION_NOT_PERMITTED, "only an auditor may have an extract to date");
  }

  private static <T> Outcome<T> tooLarge() {
    return Outcome.refused(
        RefusalCode.EXTRACT_TOO_LARGE, "the case has more events than an extract can hold");
  }
}
