package org.safehand.referral.opening;

import java.util.UUID;
import org.safehand.referral.id.Uuid7;

/** Names one opening of an exhibit. Who knows it may do nothing with it unless it is theirs. */
public record OpeningId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public OpeningId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static OpeningId parse(String text) {
    return new OpeningId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
