package org.safehand.referral.port.memory;

import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.enrolment.ChallengeId;
import org.safehand.referral.enrolment.KeyChallenge;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.fault.StaleRevisionException;

/** Challenges in memory. */
public final class InMemoryKeyChallenges implements KeyChallenges {
  private final Shelf<ChallengeId, KeyChallenge> challenges;

  public InMemoryKeyChallenges(InMemoryUnitOfWork unit) {
    this.challenges = new Shelf<>(unit);
  }

  @Override
  public void add(KeyChallenge challenge) {
    challenges.putNew(challenge.id(), challenge);
  }

  @Override
  public Optional<KeyChallenge> find(ChallengeId id) {
    return challenges.find(id);
  }

  @Override
  public void use(ChallengeId id, Digest change) {
    KeyChallenge open =
        find(id)
            .filter(challenge -> challenge.usedFor().isEmpty())
            .orElseThrow(() -> new StaleRevisionException(id));
    challenges.put(
        id,
        new KeyChallenge(
            id,
            open.agency(),
            open.certificate(),
            open.expected(),
            open.askedBy(),
            open.expiresAt(),
            Optional.of(change)));
  }
}
