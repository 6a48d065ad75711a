package org.safehand.referral.id;

import java.util.UUID;

/** Names one case, which is a referral in all its versions. */
public record CaseId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public CaseId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static CaseId parse(String text) {
    return new CaseId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
