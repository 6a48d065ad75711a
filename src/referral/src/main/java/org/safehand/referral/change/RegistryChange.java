package org.safehand.referral.change;

import org.safehand.referral.access.Operation;
import org.safehand.referral.registry.Registry;

/**
 * A change of where agencies receive, proposed by an administrator and approved by a release
 * supervisor; nobody is both.
 */
public sealed interface RegistryChange extends Change
    permits SetAgency, RemoveAgency, SetAuthorities, AddAgencyKey {
  /** The revision of what is changed that the proposer has read; 0 when nothing is there yet. */
  long read();

  /** That of what is changed as it stands in {@code now}; 0 when it does not. */
  long standing(Registry now);

  /**
   * {@code now} with this change.
   *
   * @throws IllegalArgumentException if what comes of it contradicts itself
   */
  Registry next(Registry now);

  @Override
  default Operation operation() {
    return Operation.MANAGE_ENDPOINTS;
  }
}
