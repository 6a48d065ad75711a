package org.safehand.referral.guard;

import java.util.Optional;
import org.safehand.referral.id.CaseId;

/** One attempt of an actor, which learns on its way which case it is about. One thread. */
public final class Attempt {
  private Optional<CaseId> caseId = Optional.empty();

  Attempt() {}

  /** The attempt is about {@code id}: a refusal is an event of that case. */
  public void concerns(CaseId id) {
    caseId = Optional.of(id);
  }

  Optional<CaseId> caseId() {
    return caseId;
  }
}
