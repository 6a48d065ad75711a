package org.safehand.referral.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.safehand.referral.id.AgencyId;

/**
 * What the policy needs to know of the thing that is asked for.
 *
 * @param author who wrote it
 * @param editors who changed it
 * @param unit whose it is
 * @param stage how far it is
 * @param addressed the agencies that it was released to
 * @param delivered those of them that have it, or for whom it waits
 */
public record Target(
    Optional<StaffNumber> author,
    Set<StaffNumber> editors,
    Optional<String> unit,
    Stage stage,
    Set<AgencyId> addressed,
    Set<AgencyId> delivered) {
  /** How far a referral is, as far as rights depend on it. */
  public enum Stage {
    /** Being written. */
    DRAFT,
    /** Sealed, not released. */
    IN_REVIEW,
    /** Anything else. */
    OTHER
  }

  private static final Target NOTHING =
      new Target(Optional.empty(), Set.of(), Optional.empty(), Stage.OTHER, Set.of(), Set.of());

  /** Copies the sets. */
  public Target {
    requireNonNull(author, "author is null");
    editors = Set.copyOf(editors);
    requireNonNull(unit, "unit is null");
    requireNonNull(stage, "stage is null");
    addressed = Set.copyOf(addressed);
    delivered = Set.copyOf(delivered);
  }

  /** No particular thing: to create one, or to list. */
  public static Target nothing() {
    return NOTHING;
  }
}
