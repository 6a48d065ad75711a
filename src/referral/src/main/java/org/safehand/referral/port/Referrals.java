package org.safehand.referral.port;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.Scope;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.query.ReferralSummary;

/** Where referrals are kept. Everything that writes or locks is called within a unit of work. */
public interface Referrals {
  /** Adds a new draft at revision 1. */
  void add(DraftReferral draft);

  /** The referral as it was last committed. */
  Optional<Referral> find(ReferralId id);

  /**
   * Of which case the referral is, also when it is not in the view of the unit of work: so that an
   * attempt to reach it is an event of that case. Nothing else is learnt.
   */
  Optional<CaseId> caseOf(ReferralId id);

  /**
   * The newest version that has {@code reference}, also when it is not in the view of the unit of
   * work. Nothing else is learnt.
   */
  Optional<ReferralId> named(HumanReference reference);

  /** The referral, locked against change by others until the unit of work ends. */
  Optional<Referral> lock(ReferralId id);

  /**
   * Replaces the referral at the revision just before {@code next}'s. Exhibits are only ever added,
   * or become tombstones.
   *
   * @throws StaleRevisionException if it is at another revision
   */
  void save(Referral next);

  /** Keeps the signed case file of a sealed referral, once. */
  void keepCaseFile(ReferralId id, SealedBytes caseFile);

  /** The signed case file, if it is sealed. */
  Optional<SealedBytes> caseFile(ReferralId id);

  /**
   * What {@code scope} may see, newest first.
   *
   * @param before only what is older than this one, for the next page
   * @param limit at most so many
   */
  List<ReferralSummary> list(Scope scope, Optional<ReferralId> before, int limit);
}
