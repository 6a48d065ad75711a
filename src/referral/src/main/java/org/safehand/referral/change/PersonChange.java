package org.safehand.referral.change;

import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;

/** A change of what a person may do; the person has no part in it. */
public sealed interface PersonChange extends Change permits BindPerson, UnbindPerson {
  /** Who is changed. */
  StaffNumber subject();

  /** The revision of the person that the proposer has read; 0 when there is nobody yet. */
  long read();

  @Override
  default String about() {
    return subject().value();
  }

  @Override
  default Operation operation() {
    return Operation.MANAGE_USERS;
  }
}
