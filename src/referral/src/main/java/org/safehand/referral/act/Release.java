package org.safehand.referral.act;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.id.AgencyId;

/**
 * A release.
 *
 * @param by the second person
 * @param at when
 * @param recipients at least one agency, none twice, in the order in which they were named
 */
public record Release(Signatory by, Instant at, List<AgencyId> recipients) {
  /** Copies the list. */
  public Release {
    requireNonNull(by, "by is null");
    requireNonNull(at, "at is null");
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty() || recipients.stream().distinct().count() != recipients.size()) {
      throw new IllegalArgumentException("a release names each of its recipients once");
    }
  }
}
