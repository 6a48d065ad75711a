package org.safehand.referral.id;

import java.util.UUID;

/** Names one custody extract: the event that issued it. */
public record ExtractId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public ExtractId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static ExtractId parse(String text) {
    return new ExtractId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
