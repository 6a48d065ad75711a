package org.safehand.referral.port.memory;

import java.time.Instant;
import java.util.Optional;
import org.safehand.referral.stepup.Grant;
import org.safehand.referral.stepup.ProvenAct;
import org.safehand.referral.stepup.StepUps;

/** Grants in memory. */
public final class InMemoryStepUps implements StepUps {
  private final Shelf<ProvenAct, Grant> grants;

  public InMemoryStepUps(InMemoryUnitOfWork unit) {
    this.grants = new Shelf<>(unit);
  }

  @Override
  public void keep(Grant grant) {
    grants.put(grant.binding(), grant);
  }

  @Override
  public Optional<Grant> take(ProvenAct binding, Instant since) {
    grants.unit().require();
    Optional<Grant> fresh =
        grants.find(binding).filter(grant -> grant.authenticated().isAfter(since));
    fresh.ifPresent(grant -> grants.remove(binding));
    return fresh;
  }
}
