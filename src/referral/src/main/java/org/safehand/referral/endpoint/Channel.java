package org.safehand.referral.endpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a package gets to an agency. */
public enum Channel {
  /** Pushed as SOAP with attachment. */
  SOAP,
  /** Kept until a named officer of the agency retrieves it. */
  PICK_UP;

  /** The channel's name in the registry, for example {@code pick-up}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The channel named {@code wire}, if there is one. */
  public static Optional<Channel> find(String wire) {
    return Arrays.stream(values()).filter(channel -> channel.wire().equals(wire)).findFirst();
  }
}
