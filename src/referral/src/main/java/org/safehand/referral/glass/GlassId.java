package org.safehand.referral.glass;

import java.util.UUID;
import org.safehand.referral.id.Uuid7;

/** Names one breaking of the glass. */
public record GlassId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public GlassId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static GlassId parse(String text) {
    return new GlassId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
