package org.safehand.referral.log;

import java.util.Locale;

/** What an event waits for after it was recorded, in the order in which it comes. */
public enum Stage {
  /** A signed checkpoint that commits to it. */
  PUBLISHING,
  /** The cosignatures of the configured quorum of witnesses. */
  WITNESSING,
  /** A time-stamp over a witnessed checkpoint that commits to it. */
  ANCHORING;

  /** The word for it, for example {@code publishing}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
