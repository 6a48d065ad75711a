package org.safehand.referral.id;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes fresh identifiers: the clock's millisecond and 74 random bits. Safe for several threads.
 */
public final class Ids {
  private final Clock clock;
  private final RandomGenerator random;

  /** Draws from {@code random}, which must be safe for several threads and hard to guess. */
  public Ids(Clock clock, RandomGenerator random) {
    this.clock = requireNonNull(clock, "clock is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** A fresh case. */
  public CaseId caseId() {
    return new CaseId(next());
  }

  /** A fresh referral version. */
  public ReferralId referral() {
    return new ReferralId(next());
  }

  /** A fresh dispatch. */
  public DispatchId dispatch() {
    return new DispatchId(next());
  }

  /** A fresh exhibit. */
  public ExhibitId exhibit() {
    return new ExhibitId(next());
  }

  /** A fresh segment. */
  public SegmentId segment() {
    return new SegmentId(next());
  }

  /** A fresh human reference of the current year. */
  public HumanReference reference() {
    return HumanReference.of(clock.instant(), random.nextInt(HumanReference.NUMBERS));
  }

  /** A fresh proposal. */
  public ProposalId proposal() {
    return new ProposalId(next());
  }

  /** A fresh shift of a duty roster. */
  public DutyId duty() {
    return new DutyId(next());
  }

  /** A fresh identifier of a custody event. */
  public UUID event() {
    return next();
  }

  private UUID next() {
    return Uuid7.make(clock.millis(), random.nextLong(), random.nextLong());
  }
}
