package org.safehand.referral.draft;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.intake.ReferralDocument;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Puts another document in the place of a draft's. Whoever does is one of its editors from then on;
 * what it said before is not kept, but the event has the digest of what it says now.
 */
public final class EditDraft {
  private final Attempts attempts;
  private final CaseAccess access;
  private final Referrals referrals;
  private final Journal journal;

  /** Wires the use case. */
  public EditDraft(Attempts attempts, CaseAccess access, Referrals referrals, Journal journal) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** The draft that says {@code document}, if the actor has read exactly {@code revision} of it. */
  public Outcome<Referral> edit(Actor actor, ReferralId id, long revision, JsonObject document) {
    return attempts.inOneUnit(
        actor,
        Operation.EDIT_DRAFT,
        attempt ->
            access
                .lock(attempt, actor, Operation.EDIT_DRAFT, id)
                .then(admitted -> Revisions.same(admitted.subject(), revision))
                .then(EditDraft::draft)
                .then(
                    draft ->
                        ReferralDocument.read(document)
                            .map(content -> edit(actor, draft, content))));
  }

  private static Outcome<DraftReferral> draft(Referral referral) {
    return referral instanceof DraftReferral draft
        ? Outcome.done(draft)
        : Outcome.refused(RefusalCode.REFERRAL_WRONG_STATE, "only a draft is edited");
  }

  private Referral edit(Actor actor, DraftReferral draft, ReferralContent content) {
    DraftReferral edited = draft.saying(content, actor.number());
    referrals.save(edited);
    journal.record(
        edited.version().caseId(),
        actor,
        journal
            .event(EventType.CASE_CHANGED, actor)
            .fact("change", "document-edited")
            .fact("referral", edited.version().id().toString())
            .fact("documentSha256", Digest.of(Jcs.write(ReferralDocument.write(content)))));
    return edited;
  }
}
