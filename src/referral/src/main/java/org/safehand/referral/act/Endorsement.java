package org.safehand.referral.act;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.id.AgencyId;

/**
 * The first of the two acts that a high-risk release takes. Nothing is sent by it.
 *
 * @param by the first of two supervisors
 * @param at when
 * @param recipients at least one agency, none twice, in the order in which they were named
 * @param highRisk those of the recipients, at least one, that the registry called so then
 */
public record Endorsement(
    Signatory by, Instant at, List<AgencyId> recipients, List<AgencyId> highRisk) {
  /** Copies the lists; refuses an endorsement that nothing asks for. */
  public Endorsement {
    requireNonNull(by, "by is null");
    requireNonNull(at, "at is null");
    recipients = List.copyOf(recipients);
    highRisk = List.copyOf(highRisk);
    if (recipients.stream().distinct().count() != recipients.size()) {
      throw new IllegalArgumentException("an endorsement names each of its recipients once");
    }
    if (highRisk.isEmpty() || !recipients.containsAll(highRisk)) {
      throw new IllegalArgumentException("two supervisors release to a high-risk recipient");
    }
  }

  /** Whether {@code others} are the same recipients, in whatever order. */
  public boolean isTo(List<AgencyId> others) {
    return new HashSet<>(recipients).equals(new HashSet<>(others));
  }
}
