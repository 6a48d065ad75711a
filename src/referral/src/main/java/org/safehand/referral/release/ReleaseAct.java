package org.safehand.referral.release;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;

/** Which of the acts a release is: the only one that it takes, or one of two. */
public enum ReleaseAct {
  /** No recipient is high-risk. */
  ONLY(Optional.empty()),
  /** A recipient is high-risk, and nobody has released it yet. */
  FIRST(Optional.of("first")),
  /** Somebody released it first, whatever the registry says now of its recipients. */
  SECOND(Optional.of("second"));

  private final Optional<String> wire;

  ReleaseAct(Optional<String> wire) {
    this.wire = wire;
  }

  /** The act by which {@code referral} is released to {@code agencies}, as both are now. */
  public static ReleaseAct of(Referral referral, List<Agency> agencies) {
    if (referral instanceof EndorsedReferral) {
      return SECOND;
    }
    return agencies.stream().anyMatch(Agency::highRisk) ? FIRST : ONLY;
  }

  /** The act as a step-up names it; empty where it takes one supervisor. */
  Optional<String> wire() {
    return wire;
  }
}
