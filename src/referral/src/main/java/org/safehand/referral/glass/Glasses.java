package org.safehand.referral.glass;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.CaseId;

/** Where broken glasses are kept. Everything that writes or locks is within a unit of work. */
public interface Glasses {
  /**
   * Adds a glass that was just broken; from now on the unit of work of whoever broke it sees the
   * case.
   *
   * @throws StaleRevisionException if the same person has one that is stored as open
   */
  void add(OpenGlass glass);

  /**
   * The glass over {@code caseId} through which {@code person} may look now, by the database's
   * clock.
   */
  Optional<GlassId> through(StaffNumber person, CaseId caseId);

  /** The glass of {@code person} that is stored as open, also when its time is over; locked. */
  Optional<OpenGlass> lockOpen(StaffNumber person);

  /** The glass of {@code person} that is stored as open, also when its time is over. */
  Optional<OpenGlass> open(StaffNumber person);

  /** The glass as it was last committed. */
  Optional<Glass> find(GlassId id);

  /** The glass, locked against change by others until the unit of work ends. */
  Optional<Glass> lock(GlassId id);

  /**
   * Replaces the glass at the revision just before {@code next}'s.
   *
   * @throws StaleRevisionException if it is at another revision
   */
  void save(Glass next);

  /**
   * At most {@code limit}, newest first.
   *
   * @param before only what is older than this one, for the next page
   */
  List<Glass> list(Optional<GlassId> before, int limit);

  /** How many nobody has reviewed. */
  long unreviewed();

  /**
   * Whether somebody of {@code unit} broke one that should have been reviewed by {@code now} and
   * was not.
   */
  boolean isOverdue(String unit, Instant now);
}
