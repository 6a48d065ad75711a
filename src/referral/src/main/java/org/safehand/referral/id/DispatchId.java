package org.safehand.referral.id;

import java.util.UUID;

/** Names one dispatch, which is one transmission of a referral version to an endpoint. */
public record DispatchId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public DispatchId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static DispatchId parse(String text) {
    return new DispatchId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
