package org.safehand.referral.enrolment;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.possession.ChallengeText;
import org.safehand.packaging.possession.SealedChallenge;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.Ids;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.registry.Registries;

/**
 * Challenges an agency's key that cannot sign, for whoever may propose it. Nothing is changed by
 * it; a request that is repeated makes another challenge.
 */
public final class ChallengeKey {
  private static final Operation OPERATION = Operation.MANAGE_ENDPOINTS;

  private final Attempts attempts;
  private final CaseAccess access;
  private final Registries registries;
  private final KeyChallenges challenges;
  private final Journal journal;
  private final Ids ids;
  private final SecureRandom random;
  private final EnvelopeWriter envelopes;
  private final Clock clock;

  /** Wires the use case. */
  public ChallengeKey(
      Attempts attempts,
      CaseAccess access,
      Registries registries,
      KeyChallenges challenges,
      Journal journal,
      Ids ids,
      SecureRandom random,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.registries = requireNonNull(registries, "registries is null");
    this.challenges = requireNonNull(challenges, "challenges is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.ids = requireNonNull(ids, "ids is null");
    this.random = requireNonNull(random, "random is null");
    this.envelopes = new EnvelopeWriter(random);
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * A challenge that was made.
   *
   * @param kept what the gateway keeps of it
   * @param key the fingerprint of the key
   * @param message for the agency; it is kept nowhere
   */
  public record Made(KeyChallenge kept, Digest key, SealedChallenge message) {
    /** Refuses nulls. */
    public Made {
      requireNonNull(kept, "kept is null");
      requireNonNull(key, "key is null");
      requireNonNull(message, "message is null");
    }
  }

  /** A challenge to the key of {@code document}: {@code agency} and {@code certificate}. */
  public Outcome<Made> challenge(Actor actor, JsonObject document) {
    return attempts.inOneUnit(
        actor,
        OPERATION,
        attempt ->
            access
                .admit(actor, OPERATION, Target.proposing(), RefusalCode.REGISTRY_NOT_FOUND, actor)
                .then(admitted -> ChallengeOrder.read(document))
                .then(this::challengeable)
                .map(order -> make(actor, order)));
  }

  private Outcome<ChallengeOrder> challengeable(ChallengeOrder order) {
    if (registries.now().agency(order.agency()).isEmpty()) {
      return Outcome.refused(RefusalCode.AGENCY_NOT_FOUND, "no agency of this name is registered");
    }
    return KeyProof.isByRequest(order.certificate())
        ? Outcome.refused(
            RefusalCode.KEY_PROOF_UNSUPPORTED,
            "such a key can sign: it is proven by its PKCS#10 request")
        : Outcome.done(order);
  }

  private Made make(Actor actor, ChallengeOrder order) {
    ChallengeId id = new ChallengeId(ids.event());
    Digest key = KeyFingerprint.of(order.certificate());
    ChallengeText text = ChallengeText.fresh(order.agency().value(), key, id.value(), random);
    KeyChallenge kept =
        new KeyChallenge(
            id,
            order.agency(),
            order.certificate().sha256(),
            Digest.of(text.answer().bytes()),
            actor.number(),
            clock.instant().plus(KeyChallenge.LIFE),
            Optional.empty());
    challenges.add(kept);
    journal.recordOutsideCases(
        actor,
        journal
            .event(EventType.KEY_CHALLENGED, actor)
            .fact("challenge", id.toString())
            .fact("subject", order.agency().value())
            .fact("certificateSha256", kept.certificate())
            .fact("publicKeySha256", key)
            .fact("answerSha256", kept.expected())
            .fact("expires", kept.expiresAt().toString()));
    return new Made(kept, key, SealedChallenge.seal(envelopes, order.certificate(), text));
  }
}
