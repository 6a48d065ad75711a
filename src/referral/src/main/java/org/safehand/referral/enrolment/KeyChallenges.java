package org.safehand.referral.enrolment;

import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.fault.StaleRevisionException;

/** Where challenges are kept. */
public interface KeyChallenges {
  /** Keeps {@code challenge}, which is new and not used. Within a unit of work. */
  void add(KeyChallenge challenge);

  /** The challenge named {@code id}, used or not, over or not. */
  Optional<KeyChallenge> find(ChallengeId id);

  /**
   * Uses the challenge named {@code id} up for the change with the digest {@code change}. Within a
   * unit of work; of two that do so at the same time one fails.
   *
   * @throws StaleRevisionException if it is used already, or not there
   */
  void use(ChallengeId id, Digest change);
}
