package org.safehand.referral.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.safehand.referral.id.AgencyId;

/**
 * What the policy needs to know of the thing that is asked for.
 *
 * @param author who wrote it
 * @param assignee to whom it was handed over last
 * @param editors who changed or submitted it
 * @param unit whose it is
 * @param stage how far it is
 * @param addressed the agencies that it was released to
 * @param delivered those of them that have it, or for whom it waits
 * @param aim what the actor is about to do with it
 * @param proposer who proposed it; empty when it is not done by way of a proposal
 * @param breaker who asks and may look at it now, because they broke the glass over it
 * @param endorser the first of two supervisors who release it; empty before that, and where one is
 *     enough
 * @param purposeSaid whether who asks has said what for
 */
public record Target(
    Optional<StaffNumber> author,
    Optional<StaffNumber> assignee,
    Set<StaffNumber> editors,
    Optional<String> unit,
    Stage stage,
    Set<AgencyId> addressed,
    Set<AgencyId> delivered,
    Aim aim,
    Optional<StaffNumber> proposer,
    Optional<StaffNumber> breaker,
    Optional<StaffNumber> endorser,
    boolean purposeSaid) {
  /** How far a referral is, as far as rights depend on it. */
  public enum Stage {
    /** Being written. */
    DRAFT,
    /** Sealed, not released. */
    IN_REVIEW,
    /** Anything else. */
    OTHER
  }

  /** What the actor is about to do. */
  public enum Aim {
    /** To do it. */
    DO,
    /** To propose that it be done, by which nothing is changed. */
    PROPOSE,
    /** To look. */
    READ,
    /** To be told numbers, by which nothing in particular is shown. */
    COUNT
  }

  private static final Target NOTHING = nothing(Aim.DO, Optional.empty());

  /** Copies the sets. */
  public Target {
    requireNonNull(author, "author is null");
    requireNonNull(assignee, "assignee is null");
    editors = Set.copyOf(editors);
    requireNonNull(unit, "unit is null");
    requireNonNull(stage, "stage is null");
    addressed = Set.copyOf(addressed);
    delivered = Set.copyOf(delivered);
    requireNonNull(aim, "aim is null");
    requireNonNull(proposer, "proposer is null");
    requireNonNull(breaker, "breaker is null");
    requireNonNull(endorser, "endorser is null");
  }

  /** No particular thing: to create one, or to list. */
  public static Target nothing() {
    return NOTHING;
  }

  /** No particular thing, to be looked at. */
  public static Target reading() {
    return nothing(Aim.READ, Optional.empty());
  }

  /** No particular thing: how many there are. */
  public static Target counting() {
    return nothing(Aim.COUNT, Optional.empty());
  }

  /** Something that is to be proposed. */
  public static Target proposing() {
    return nothing(Aim.PROPOSE, Optional.empty());
  }

  /** Something that {@code proposer} proposed, to be decided on. */
  public static Target proposedBy(StaffNumber proposer) {
    return nothing(Aim.DO, Optional.of(proposer));
  }

  /** Something of {@code unit} that is not a referral. */
  public static Target ofUnit(String unit, Aim aim) {
    return of(Optional.of(unit), aim, Optional.empty());
  }

  /** The same, which {@code who} looks at through the glass that they broke. */
  public Target through(StaffNumber who) {
    return with(Optional.of(who), endorser, purposeSaid);
  }

  /** The same, as it was before the first of two supervisors released it. */
  public Target unendorsed() {
    return with(breaker, Optional.empty(), purposeSaid);
  }

  /** The same, asked for by somebody who has said what for, or has not. */
  public Target withPurpose(boolean said) {
    return with(breaker, endorser, said);
  }

  private Target with(
      Optional<StaffNumber> through, Optional<StaffNumber> endorsedBy, boolean said) {
    return new Target(
        author,
        assignee,
        editors,
        unit,
        stage,
        addressed,
        delivered,
        aim,
        proposer,
        through,
        endorsedBy,
        said);
  }

  private static Target nothing(Aim aim, Optional<StaffNumber> proposer) {
    return of(Optional.empty(), aim, proposer);
  }

  private static Target of(Optional<String> unit, Aim aim, Optional<StaffNumber> proposer) {
    return new Target(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        unit,
        Stage.OTHER,
        Set.of(),
        Set.of(),
        aim,
        proposer,
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
