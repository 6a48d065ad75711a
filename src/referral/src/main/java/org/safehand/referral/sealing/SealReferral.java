package org.safehand.referral.sealing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.packaging.casefile.CaseContent;
import org.safehand.packaging.casefile.CaseFileAssembler;
import org.safehand.packaging.casefile.PendingCaseFile;
import org.safehand.packaging.casefile.SealedCaseFile;
import org.safehand.packaging.seal.SealException;
import org.safehand.referral.access.Actor;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.life.SealingReferral;
import org.safehand.referral.port.CustodyReader;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.task.Task;

/**
 * Seals a submitted referral: builds its case file, signs it, has the signature time-stamped, and
 * only then opens the unit of work that makes it a sealed referral in review.
 *
 * <p>A worker calls it for each task of kind {@code SEAL}. Repeated, it does nothing: what is
 * sealed stays as it is. Without a time-stamp the referral waits in its state, and the task comes
 * again.
 */
public final class SealReferral {
  private final UnitOfWork unit;
  private final Referrals referrals;
  private final CustodyReader custody;
  private final Outbox outbox;
  private final CaseFileAssembler caseFiles;
  private final TimeStamps stamps;
  private final Journal journal;

  /** Wires the use case. */
  public SealReferral(
      UnitOfWork unit,
      Referrals referrals,
      CustodyReader custody,
      Outbox outbox,
      CaseFileAssembler caseFiles,
      TimeStamps stamps,
      Journal journal) {
    this.unit = requireNonNull(unit, "unit is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.custody = requireNonNull(custody, "custody is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.caseFiles = requireNonNull(caseFiles, "caseFiles is null");
    this.stamps = requireNonNull(stamps, "stamps is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  private record Draft(SealingReferral referral, List<RecordedEvent> events) {}

  private record Finished(SealedCaseFile file, Seal seal) {}

  /** The sealed referral. */
  public Outcome<SealedReferral> seal(Actor node, ReferralId id) {
    return unit.run(() -> load(id))
        .then(
            draft ->
                caseFile(draft)
                    .then(finished -> unit.run(() -> seal(node, draft.referral(), finished))));
  }

  private Outcome<Draft> load(ReferralId id) {
    Optional<Referral> found = referrals.find(id);
    if (found.isPresent() && found.get() instanceof SealingReferral waiting) {
      List<RecordedEvent> events =
          custody.entries(waiting.version().caseId()).stream().map(CustodyEntry::event).toList();
      return Outcome.done(new Draft(waiting, events));
    }
    outbox.done(Task.seal(id));
    return notWaiting();
  }

  private Outcome<Finished> caseFile(Draft draft) {
    try {
      PendingCaseFile pending = caseFiles.assemble(content(draft));
      return stamps.over(pending.signatureDigest()).then(stamp -> complete(pending, stamp));
    } catch (SealException e) {
      return unavailable(e);
    }
  }

  private static Outcome<Finished> complete(PendingCaseFile pending, TimeStamps.Stamp stamp) {
    try {
      SealedCaseFile file = pending.complete(stamp.token());
      return Outcome.done(new Finished(file, new Seal(file.sealDigest(), stamp.time())));
    } catch (SealException e) {
      return unavailable(e);
    }
  }

  private static CaseContent content(Draft draft) {
    ReferralVersion version = draft.referral().version();
    return new CaseContent(
        version.id().toString(),
        version.number(),
        version.content().legalBasis().provision(),
        CaseBody.referral(draft.referral()),
        CaseBody.summary(draft.referral()),
        version.exhibits().stream().map(CaseBody::exhibit).toList(),
        draft.events());
  }

  private Outcome<SealedReferral> seal(Actor node, SealingReferral loaded, Finished finished) {
    ReferralId id = loaded.version().id();
    if (!referrals.lock(id).equals(Optional.of(loaded))) {
      return notWaiting();
    }
    SealedReferral inReview = loaded.seal(finished.seal());
    referrals.save(inReview);
    referrals.keepCaseFile(id, SealedBytes.of(finished.file().bytes()));
    outbox.done(Task.seal(id));
    journal.record(
        loaded.version().caseId(),
        node,
        journal
            .event(EventType.SEALED, node)
            .fact("referral", id.toString())
            .fact("sealDigest", finished.seal().digest()));
    return Outcome.done(inReview);
  }

  private static <T> Outcome<T> notWaiting() {
    return Outcome.refused(
        RefusalCode.REFERRAL_WRONG_STATE, "the referral does not wait to be sealed");
  }

  private static <T> Outcome<T> unavailable(SealException e) {
    return Outcome.refused(
        RefusalCode.SEAL_UNAVAILABLE, "no seal could be made: " + e.getMessage());
  }
}
