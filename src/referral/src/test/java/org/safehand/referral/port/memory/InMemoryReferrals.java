package org.safehand.referral.port.memory;

import java.util.Comparator;
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
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.referral.transfer.DispatchState;

/** Referrals in memory. */
public final class InMemoryReferrals implements Referrals {
  private final Shelf<ReferralId, Referral> referrals;
  private final Shelf<ReferralId, SealedBytes> caseFiles;
  private final InMemoryDispatches dispatches;

  public InMemoryReferrals(InMemoryUnitOfWork unit, InMemoryDispatches dispatches) {
    this.referrals = new Shelf<>(unit);
    this.caseFiles = new Shelf<>(unit);
    this.dispatches = dispatches;
  }

  @Override
  public void add(DraftReferral draft) {
    referrals.putNew(draft.version().id(), draft);
  }

  @Override
  public Optional<Referral> find(ReferralId id) {
    return referrals.find(id);
  }

  @Override
  public Optional<CaseId> caseOf(ReferralId id) {
    return referrals.find(id).map(referral -> referral.version().caseId());
  }

  @Override
  public Optional<ReferralId> named(HumanReference reference) {
    return referrals.all().values().stream()
        .map(Referral::version)
        .filter(version -> version.reference().equals(reference))
        .max(Comparator.comparing(ReferralVersion::number))
        .map(ReferralVersion::id);
  }

  @Override
  public Optional<Referral> lock(ReferralId id) {
    referrals.unit().require();
    return referrals.find(id);
  }

  @Override
  public void save(Referral next) {
    ReferralId id = next.version().id();
    Referral stored = find(id).orElseThrow(() -> new StaleRevisionException(id));
    if (stored.version().revision() != next.version().revision() - 1) {
      throw new StaleRevisionException(id);
    }
    referrals.put(id, next);
  }

  @Override
  public void keepCaseFile(ReferralId id, SealedBytes caseFile) {
    caseFiles.putNew(id, caseFile);
  }

  @Override
  public Optional<SealedBytes> caseFile(ReferralId id) {
    return caseFiles.find(id);
  }

  @Override
  public List<ReferralSummary> list(Scope scope, Optional<ReferralId> before, int limit) {
    return referrals.all().values().stream()
        .filter(referral -> sees(scope, referral))
        .sorted(Comparator.comparing((Referral r) -> r.version().id().toString()).reversed())
        .filter(
            referral ->
                before.isEmpty()
                    || referral.version().id().toString().compareTo(before.get().toString()) < 0)
        .limit(limit)
        .map(ReferralSummary::of)
        .toList();
  }

  private boolean sees(Scope scope, Referral referral) {
    if (scope instanceof Scope.Unit unit) {
      return referral.version().unit().equals(unit.unit());
    }
    if (scope instanceof Scope.OfAgency own) {
      return dispatches.of(referral.version().id()).stream()
          .anyMatch(
              dispatch ->
                  dispatch.order().agency().equals(own.agency())
                      && (dispatch.state() == DispatchState.DELIVERED
                          || dispatch.state() == DispatchState.AVAILABLE));
    }
    return true;
  }
}
