package org.safehand.custody.json;

/**
 * An integer that every JSON implementation represents exactly: its magnitude is below 2^53 (RFC
 * 7493, section 2.2).
 */
public record JsonInteger(long value) implements JsonValue {
  /** The largest magnitude, 2^53 - 1. */
  public static final long MAX = (1L << 53) - 1;

  public JsonInteger {
    if (value > MAX || value < -MAX) {
      throw new IllegalArgumentException("magnitude of " + value + " is not below 2^53");
    }
  }

  @Override
  public String kind() {
    return "integer";
  }
}
