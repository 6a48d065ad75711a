package org.safehand.referral.proof;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.idempotency.RequestKey;
import org.safehand.referral.stepup.ProvenAct;

/**
 * What kind of extract is asked for.
 *
 * @param referral of which case
 * @param level how much of each event is opened
 * @param purpose what for; stands in the header of the event
 * @param toDate whether the next tag key is revealed, so that later events can be counted
 * @param key by which a repetition is known
 */
public record ExtractOrder(
    ReferralId referral, ExtractLevel level, String purpose, boolean toDate, RequestKey key) {
  /** Refuses nulls. */
  public ExtractOrder {
    requireNonNull(referral, "referral is null");
    requireNonNull(level, "level is null");
    requireNonNull(purpose, "purpose is null");
    requireNonNull(key, "key is null");
  }

  /**
   * SHA-256 of what is asked for: the object with the members level, purpose and toDate in JCS (RFC
   * 8785).
   */
  public Digest digest() {
    return Digest.of(
        Jcs.write(
            JsonObject.builder()
                .put("level", level.wire())
                .put("purpose", purpose)
                .put("toDate", toDate)
                .build()));
  }

  /** What {@code person} must have proven themselves for, of the referral at {@code revision}. */
  public ProvenAct binding(StaffNumber person, long revision) {
    return new ProvenAct(person, Operation.REPORT, referral.toString(), revision, digest());
  }
}
