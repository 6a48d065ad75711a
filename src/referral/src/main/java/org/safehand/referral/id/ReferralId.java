package org.safehand.referral.id;

import java.util.UUID;

/** Names one referral version. */
public record ReferralId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public ReferralId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static ReferralId parse(String text) {
    return new ReferralId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
