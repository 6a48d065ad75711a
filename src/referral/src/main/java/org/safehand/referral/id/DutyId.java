package org.safehand.referral.id;

import java.util.UUID;

/** Names one shift of a duty roster. */
public record DutyId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public DutyId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static DutyId parse(String text) {
    return new DutyId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
