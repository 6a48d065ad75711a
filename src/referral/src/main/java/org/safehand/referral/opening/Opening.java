package org.safehand.referral.opening;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.ExhibitId;
import org.safehand.referral.id.ReferralId;

/**
 * That one person may have one exhibit in clear, once and soon. What for stands in its event.
 *
 * @param id opaque
 * @param caseId the case of the exhibit
 * @param referral the version of it that was asked for
 * @param exhibit the exhibit
 * @param person who alone may have it
 * @param openedAt when, to the millisecond as it is written down
 */
public record Opening(
    OpeningId id,
    CaseId caseId,
    ReferralId referral,
    ExhibitId exhibit,
    StaffNumber person,
    Instant openedAt) {
  /** How long the download may be begun. */
  public static final Duration BEGIN_WITHIN = Duration.ofMinutes(5);

  /** Refuses nulls; cuts the time to milliseconds. */
  public Opening {
    requireNonNull(id, "id is null");
    requireNonNull(caseId, "caseId is null");
    requireNonNull(referral, "referral is null");
    requireNonNull(exhibit, "exhibit is null");
    requireNonNull(person, "person is null");
    openedAt = requireNonNull(openedAt, "openedAt is null").truncatedTo(ChronoUnit.MILLIS);
  }

  /** From when on the download is not begun any more. */
  public Instant until() {
    return openedAt.plus(BEGIN_WITHIN);
  }

  /** Whether it is over at {@code now}. */
  boolean isOver(Instant now) {
    return !now.isBefore(until());
  }
}
