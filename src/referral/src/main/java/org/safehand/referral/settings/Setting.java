package org.safehand.referral.settings;

import static java.util.Objects.requireNonNull;

/**
 * One setting, a whole number within limits, both included. What it is at most is what the design
 * allows, and what the gateway begins with; what it is at least keeps the gateway usable.
 */
public enum Setting {
  /** How long an event may wait in the custody log before nothing leaves the building. */
  LOG_STALE_MINUTES("logStaleMinutes", 10, 4 * 60),
  /** How long a dispatch that fails is tried again before it waits for a person. */
  DISPATCH_RETRY_HOURS("dispatchRetryHours", 1, 72),
  /** How long a dispatch waits for an authority that gives no answer. */
  RECIPIENT_PATIENCE_HOURS("recipientPatienceHours", 1, 72),
  /** How long a case is read through a broken glass. */
  GLASS_MINUTES("glassMinutes", 5, 60),
  /** How long an auditor may take to review a broken glass. */
  GLASS_REVIEW_HOURS("glassReviewHours", 1, 24),
  /** How long a proposal waits to be decided. */
  PROPOSAL_DAYS("proposalDays", 1, 7),
  /** How long a browser session lasts without a request that a person caused. */
  SESSION_IDLE_MINUTES("sessionIdleMinutes", 5, 15),
  /** How long a browser session lasts at all. */
  SESSION_HOURS("sessionHours", 1, 8),
  /** The largest exhibit; at most what the server's listeners let in. */
  LARGEST_EXHIBIT_BYTES("largestExhibitBytes", 1L << 20, 1L << 32);

  private final String wire;
  private final long least;
  private final long most;

  Setting(String wire, long least, long most) {
    this.wire = requireNonNull(wire, "wire is null");
    this.least = least;
    this.most = most;
  }

  /** The name in documents, which tells the unit. */
  public String wire() {
    return wire;
  }

  /** The least that it can be. */
  public long least() {
    return least;
  }

  /** The most that it can be. */
  public long most() {
    return most;
  }
}
