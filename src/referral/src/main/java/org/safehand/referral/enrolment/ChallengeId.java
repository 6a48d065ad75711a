package org.safehand.referral.enrolment;

import java.util.UUID;
import org.safehand.referral.id.Uuid7;

/** Names one challenge. */
public record ChallengeId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public ChallengeId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static ChallengeId parse(String text) {
    return new ChallengeId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
