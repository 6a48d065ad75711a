package org.safehand.referral.person;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;

/** Where people are kept. Everything that writes or locks is called within a unit of work. */
public interface Bindings {
  /** The person as last committed. */
  Optional<Binding> find(StaffNumber number);

  /**
   * The person, who stays as they are until the unit of work ends: whoever changes them meanwhile
   * waits, and whoever asks while they are being changed, or while somebody waits to change them,
   * waits for that. Any number of units of work share a person.
   */
  Optional<Binding> share(StaffNumber number);

  /** At most {@code limit} people whose numbers follow {@code after}, in the order of numbers. */
  List<Binding> list(Optional<StaffNumber> after, int limit);

  /** How many active people have {@code role}. */
  long active(Role role);

  /** The active people of the unit named {@code unit} who have {@code role}. */
  Set<StaffNumber> active(Role role, String unit);

  /**
   * From here to its end, this unit of work is the only one that changes people. To be called
   * before any person is shared.
   */
  void alone();

  /**
   * Adds a person at revision 1, or replaces the one at the revision just before {@code next}'s.
   *
   * @throws StaleRevisionException if they are at another revision, or there already
   */
  void save(Binding next);
}
