package org.safehand.referral.id;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** UUID version 7 (RFC 9562, section 5.7), in its one lower-case form. */
public final class Uuid7 {
  private static final int VERSION = 7;
  private static final int RFC_VARIANT = 2;

  private Uuid7() {}

  /** Refuses anything but a UUIDv7. */
  public static void require(UUID value) {
    requireNonNull(value, "value is null");
    if (value.version() != VERSION || value.variant() != RFC_VARIANT) {
      throw new IllegalArgumentException("not a UUIDv7: " + value);
    }
  }

  /**
   * The UUIDv7 written as {@code text}.
   *
   * @throws IllegalArgumentException unless it is one in its lower-case form
   */
  public static UUID parse(String text) {
    UUID value = UUID.fromString(requireNonNull(text, "text is null"));
    if (!value.toString().equals(text)) {
      throw new IllegalArgumentException("not a UUID in its lower-case form");
    }
    require(value);
    return value;
  }

  static UUID make(long millis, long randomHigh, long randomLow) {
    long high = (millis << 16) | (VERSION << 12) | (randomHigh & 0x0FFF);
    long low = (randomLow & 0x3FFF_FFFF_FFFF_FFFFL) | (1L << 63);
    return new UUID(high, low);
  }
}
