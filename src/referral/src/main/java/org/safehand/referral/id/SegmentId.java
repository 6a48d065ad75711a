package org.safehand.referral.id;

import java.util.UUID;

/** Names one encrypted segment in the evidence vault. */
public record SegmentId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public SegmentId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static SegmentId parse(String text) {
    return new SegmentId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
