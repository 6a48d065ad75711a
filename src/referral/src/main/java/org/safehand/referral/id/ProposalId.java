package org.safehand.referral.id;

import java.util.UUID;

/** Names one proposal. */
public record ProposalId(UUID value) {
  /** Refuses anything but a UUIDv7. */
  public ProposalId {
    Uuid7.require(value);
  }

  /**
   * The identifier written as {@code text}.
   *
   * @throws IllegalArgumentException unless {@code text} is a UUIDv7 in its lower-case form
   */
  public static ProposalId parse(String text) {
    return new ProposalId(Uuid7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
