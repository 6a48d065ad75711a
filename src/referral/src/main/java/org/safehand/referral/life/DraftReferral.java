package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Submission;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.RemovedExhibit;

/** A referral that is being written. */
public record DraftReferral(ReferralVersion version) implements Referral {
  /** Refuses null. */
  public DraftReferral {
    requireNonNull(version, "version is null");
  }

  /** The draft with one more exhibit, which has the next number. */
  public DraftReferral with(Exhibit exhibit, StaffNumber editor) {
    return new DraftReferral(version.with(exhibit, editor));
  }

  /** The draft that says {@code content} instead; its exhibits stay. */
  public DraftReferral saying(ReferralContent content, StaffNumber editor) {
    return new DraftReferral(version.saying(content, editor));
  }

  /** The draft without the exhibit of {@code tombstone}, whose number nothing else gets. */
  public DraftReferral without(RemovedExhibit tombstone) {
    return new DraftReferral(version.without(tombstone));
  }

  /** Taken back: it is never sealed. */
  public WithdrawnDraft withdraw(Closing closing) {
    return new WithdrawnDraft(version.next(), closing);
  }

  /** Submitted: what it says is frozen from here on. Whoever submits it had a part in it. */
  public SealingReferral submit(Signatory by, Instant at) {
    return new SealingReferral(version.edited(by.number()), new Submission(by, at));
  }

  @Override
  public DraftReferral assign(StaffNumber assignee) {
    return new DraftReferral(version.assigned(assignee));
  }

  @Override
  public ReferralState state() {
    return ReferralState.DRAFT;
  }
}
