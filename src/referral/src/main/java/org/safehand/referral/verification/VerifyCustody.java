package org.safehand.referral.verification;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.audit.AuditReport;
import org.safehand.custody.audit.Finding;
import org.safehand.custody.audit.LogAudit;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Outcome.Result;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.view.View;

/**
 * Audits the whole stored log with the keys of its cases, and records the run and its result in
 * this node's system chain. Whoever asks learns places and digests, and nothing of a case's
 * content.
 */
public final class VerifyCustody {
  private final Attempts attempts;
  private final UnitOfWork unit;
  private final CaseAccess access;
  private final StoredCustody stored;
  private final LogAudit audit;
  private final Journal journal;

  /** Wires the use case. */
  public VerifyCustody(
      Attempts attempts,
      UnitOfWork unit,
      CaseAccess access,
      StoredCustody stored,
      LogAudit audit,
      Journal journal) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.unit = requireNonNull(unit, "unit is null");
    this.access = requireNonNull(access, "access is null");
    this.stored = requireNonNull(stored, "stored is null");
    this.audit = requireNonNull(audit, "audit is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** The report, whatever it says; refused while another run reads the log. */
  public Outcome<AuditReport> verify(Actor actor) {
    return attempts.run(
        actor,
        Operation.READ_LOG,
        attempt ->
            unit.run(View.of(actor), () -> access.admitToCount(actor, Operation.READ_LOG))
                .then(admitted -> run(actor).map(report -> shown(admitted, report))));
  }

  /** Whoever is told numbers alone learns how many findings there are, and not where. */
  private static AuditReport shown(Admitted<Actor> admitted, AuditReport report) {
    return admitted.counts()
        ? new AuditReport(report.events(), report.size(), report.root(), List.of(), report.count())
        : report;
  }

  private Outcome<AuditReport> run(Actor actor) {
    return stored
        .atOneMoment(audit::of)
        .map(report -> recorded(actor, report))
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.VERIFICATION_RUNNING, "another verification reads the log now"));
  }

  private Outcome<AuditReport> recorded(Actor actor, AuditReport report) {
    return unit.run(
        View.of(actor),
        () -> {
          EventHeader.Builder header =
              journal
                  .event(EventType.VERIFICATION_RUN, actor)
                  .fact("events", Long.toString(report.events()))
                  .fact("size", Long.toString(report.size()))
                  .fact("root", report.root())
                  .fact("findings", Long.toString(report.count()));
          if (!report.holds()) {
            header.outcome(failed(report.findings().get(0)));
          }
          journal.recordOutsideCases(actor, header);
          return Outcome.done(report);
        });
  }

  private static org.safehand.custody.provenance.Outcome failed(Finding first) {
    return new org.safehand.custody.provenance.Outcome(
        Result.FAILED, first.fault().code(), null, null);
  }
}
