package org.safehand.referral.id;

import java.util.UUID;

/** Names one exhibit, from before it has an exhibit number. */
public record ExhibitId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public ExhibitId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static ExhibitId parse(String text) {
    return new ExhibitId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
