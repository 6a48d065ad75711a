package org.safehand.referral.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.query.DispatchCount;

/** Where dispatches are kept. Everything that writes or locks is called within a unit of work. */
public interface Dispatches {
  /** Adds a new dispatch at revision 1. */
  void add(QueuedDispatch dispatch);

  /** The dispatch as it was last committed. */
  Optional<Dispatch> find(DispatchId id);

  /** Of which case the dispatch is, also when it is not in the view of the unit of work. */
  Optional<CaseId> caseOf(DispatchId id);

  /** The dispatch, locked against change by others until the unit of work ends. */
  Optional<Dispatch> lock(DispatchId id);

  /**
   * How many dispatches there are, by agency and state in the order of their names, whatever the
   * view of the unit of work: numbers tell of no case.
   */
  List<DispatchCount> counts();

  /** The dispatches of a referral version, in the order of their ids. */
  List<Dispatch> of(ReferralId referral);

  /**
   * Replaces the dispatch at the revision just before {@code next}'s, and whose fence is {@code
   * next}'s or, for a claim, one below it.
   *
   * @throws StaleRevisionException if it is at another revision or fence
   */
  void save(Dispatch next);

  /**
   * The dispatch of {@code channel} that has been due longest by the database's clock, locked:
   * READY or UNKNOWN and not to be tried later, or SENDING with an ended lease. One that another
   * unit of work has locked is passed over, and so is everything to an agency of {@code except}.
   */
  Optional<Dispatch> lockDue(Channel channel, Set<AgencyId> except);

  /** The time by the database's clock; all leases are measured by it. */
  Instant databaseTime();

  /** Keeps what was made at authorisation for the package to be completed from, once. */
  void keepDraft(DispatchId id, SealedBytes draft);

  /** What was made at authorisation. */
  Optional<SealedBytes> draft(DispatchId id);

  /** Keeps the recipe of the finished package, once. */
  void keepRecipe(DispatchId id, PackageRecipe recipe);

  /** The recipe of the finished package. */
  Optional<PackageRecipe> recipe(DispatchId id);
}
