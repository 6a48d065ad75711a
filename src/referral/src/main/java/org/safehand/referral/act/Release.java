package org.safehand.referral.act;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.id.AgencyId;

/**
 * A release.
 *
 * @param by the second person; of two supervisors the one by whose act it was done
 * @param at when
 * @param recipients at least one agency, none twice, in the order in which they were named
 * @param endorsement by the other of two supervisors, before; empty where one was enough
 */
public record Release(
    Signatory by, Instant at, List<AgencyId> recipients, Optional<Endorsement> endorsement) {
  /** Copies the list; refuses an endorsement by the same person or to others. */
  public Release {
    requireNonNull(by, "by is null");
    requireNonNull(at, "at is null");
    recipients = List.copyOf(recipients);
    requireNonNull(endorsement, "endorsement is null");
    if (recipients.isEmpty() || recipients.stream().distinct().count() != recipients.size()) {
      throw new IllegalArgumentException("a release names each of its recipients once");
    }
    if (endorsement.isPresent()) {
      requireSecond(by, recipients, endorsement.get());
    }
  }

  /** A release by one supervisor. */
  public Release(Signatory by, Instant at, List<AgencyId> recipients) {
    this(by, at, recipients, Optional.empty());
  }

  private static void requireSecond(
      Signatory by, List<AgencyId> recipients, Endorsement endorsement) {
    if (endorsement.by().number().equals(by.number())) {
      throw new IllegalArgumentException("nobody is both of two supervisors");
    }
    if (!endorsement.isTo(recipients)) {
      throw new IllegalArgumentException("two supervisors release to the same recipients");
    }
  }
}
