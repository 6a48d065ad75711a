package org.safehand.referral.person;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;

/**
 * A person as the gateway itself knows them. Its roles never exclude one another, and fit where the
 * person belongs: a liaison and an endpoint's machine to an agency, everyone else to a unit.
 *
 * @param number staff number, liaison id or machine name; never given to somebody else
 * @param displayName the name, for people
 * @param roles what the person may be, if the identity provider says so too; at least one
 * @param place unit or agency
 * @param active whether the person may do anything at all
 * @param revision counts changes, from 1
 */
public record Binding(
    StaffNumber number,
    String displayName,
    Set<Role> roles,
    Place place,
    boolean active,
    long revision) {
  private static final Set<Role> OF_AGENCIES =
      EnumSet.of(Role.POLICE_LIAISON, Role.MACHINE_ENDPOINT);

  /** Copies the roles; refuses those that exclude one another, or that the place does not have. */
  public Binding {
    requireNonNull(number, "number is null");
    requireNonNull(displayName, "displayName is null");
    roles = Set.copyOf(roles);
    requireNonNull(place, "place is null");
    if (roles.isEmpty() || !Role.combine(roles)) {
      throw new IllegalArgumentException("no roles, or roles that exclude one another");
    }
    if (!fit(roles, place)) {
      throw new IllegalArgumentException("roles that this place does not have");
    }
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  /** Whether people of {@code place} may have {@code roles}. */
  public static boolean fit(Set<Role> roles, Place place) {
    return roles.stream()
        .allMatch(role -> OF_AGENCIES.contains(role) == (place instanceof Place.OfAgency));
  }

  /**
   * Whom {@code signedIn} may act as: with the roles that both sides grant. Empty when the person
   * is not active, belongs elsewhere by the identity provider's word, has no role by both, or
   * claims roles that exclude one another.
   */
  public Optional<Actor> grants(Actor signedIn) {
    Set<Role> both =
        signedIn.roles().stream()
            .filter(roles::contains)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    return active
            && signedIn.number().equals(number)
            && place.isOf(signedIn)
            && Role.combine(signedIn.roles())
            && !both.isEmpty()
        ? Optional.of(signedIn.withRoles(both))
        : Optional.empty();
  }

  /** The same person, who may do nothing any more. */
  public Binding ended() {
    return new Binding(number, displayName, roles, place, false, revision + 1);
  }
}
