package org.safehand.referral.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.safehand.referral.id.AgencyId;

/**
 * Who asks. Every use case takes one; there is no actor in the air.
 *
 * @param number staff number, liaison id or machine name; stands in the header of custody events
 * @param displayName the name at the time; stands in the detail of custody events only
 * @param roles what the identity provider and the local binding both grant
 * @param organisation for staff the unit they work in, for liaisons their agency's name
 * @param agency the one agency a liaison or an endpoint's machine belongs to; empty for everyone
 *     else
 * @param authentication how they proved it
 */
public record Actor(
    StaffNumber number,
    String displayName,
    Set<Role> roles,
    String organisation,
    Optional<AgencyId> agency,
    Authentication authentication) {
  /** Copies the roles. */
  public Actor {
    requireNonNull(number, "number is null");
    requireNonNull(displayName, "displayName is null");
    roles = Set.copyOf(roles);
    requireNonNull(organisation, "organisation is null");
    requireNonNull(agency, "agency is null");
    requireNonNull(authentication, "authentication is null");
  }

  /**
   * The gateway's own node, which goes on with what a person set in motion. It has no role: no line
   * of the authorization table lets it do anything that a person does.
   */
  public static Actor node(StaffNumber node, String organisation, Authentication authentication) {
    return new Actor(node, node.value(), Set.of(), organisation, Optional.empty(), authentication);
  }

  /** The same with {@code granted} for roles. */
  public Actor withRoles(Set<Role> granted) {
    return new Actor(number, displayName, granted, organisation, agency, authentication);
  }

  /** What is kept of the actor beside what they did. */
  public Signatory signatory() {
    return new Signatory(number, organisation, authentication);
  }

  /**
   * Whether this is the gateway's own node. A person without any role is not: they proved who they
   * are in another way.
   */
  public boolean isNode() {
    return roles.isEmpty() && authentication.method().equals(Authentication.NODE);
  }

  /** Whether the actor has {@code role}. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
