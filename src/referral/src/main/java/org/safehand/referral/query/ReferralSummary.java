package org.safehand.referral.query;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.code.IncidentType;
import org.safehand.referral.code.Urgency;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralState;

/**
 * One line of a list: no narrative, no location, no exhibit.
 *
 * @param endorser who released it first, while it waits for a second supervisor
 */
public record ReferralSummary(
    ReferralId id,
    HumanReference reference,
    int version,
    long revision,
    ReferralState state,
    IncidentType incidentType,
    Urgency urgency,
    boolean exercise,
    StaffNumber author,
    String unit,
    Instant createdAt,
    int exhibits,
    Optional<StaffNumber> endorser) {
  /** Refuses nulls. */
  public ReferralSummary {
    requireNonNull(id, "id is null");
    requireNonNull(reference, "reference is null");
    requireNonNull(state, "state is null");
    requireNonNull(incidentType, "incidentType is null");
    requireNonNull(urgency, "urgency is null");
    requireNonNull(author, "author is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(endorser, "endorser is null");
  }

  /** The line of {@code referral}. */
  public static ReferralSummary of(Referral referral) {
    var version = referral.version();
    var header = version.content().header();
    return new ReferralSummary(
        version.id(),
        version.reference(),
        version.number(),
        version.revision(),
        referral.state(),
        header.incidentType(),
        header.urgency(),
        header.exercise(),
        version.author().number(),
        version.unit(),
        version.createdAt(),
        version.exhibits().size(),
        endorser(referral));
  }

  private static Optional<StaffNumber> endorser(Referral referral) {
    return referral instanceof EndorsedReferral endorsed
        ? Optional.of(endorsed.endorsement().by().number())
        : Optional.empty();
  }
}
