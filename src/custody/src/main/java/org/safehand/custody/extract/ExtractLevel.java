package org.safehand.custody.extract;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/** How much of each event an extract opens; each level opens what the one before it does. */
public enum ExtractLevel {
  /** The chain alone: that there are so many events, in this order. */
  LINKS("links"),
  /** Who did what, when, why, with which digests; no names, no free text. */
  HEADERS("headers"),
  /** Everything. */
  DETAILS("details");

  private final String wire;

  ExtractLevel(String wire) {
    this.wire = wire;
  }

  /** The name in JSON. */
  public String wire() {
    return wire;
  }

  /** The level whose wire name is {@code wire}. */
  public static Optional<ExtractLevel> ofWire(String wire) {
    requireNonNull(wire, "wire is null");
    return Arrays.stream(values()).filter(level -> level.wire.equals(wire)).findFirst();
  }
}
