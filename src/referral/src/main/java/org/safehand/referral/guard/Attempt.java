package org.safehand.referral.guard;

import java.util.Optional;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.id.CaseId;

/** One attempt of an actor, which learns on its way which case it is about. One thread. */
public final class Attempt {
  private Optional<CaseId> caseId = Optional.empty();
  private Optional<GlassId> glass = Optional.empty();

  Attempt() {}

  /** The attempt is about {@code id}: a refusal is an event of that case. */
  public void concerns(CaseId id) {
    caseId = Optional.of(id);
  }

  /** The actor is let in because they broke the glass {@code id}: what they read, they read so. */
  void through(GlassId id) {
    glass = Optional.of(id);
  }

  /** The broken glass by which alone the actor is let in, if it is so: each event of it says so. */
  public Optional<GlassId> glass() {
    return glass;
  }

  /** The case that the attempt is about, as far as it is known. */
  public Optional<CaseId> caseId() {
    return caseId;
  }
}
