package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.referral.change.AddAgencyKey;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Validity;
import org.safehand.referral.enrolment.ChallengeAnswer;
import org.safehand.referral.enrolment.KeyChallenge;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.enrolment.KeyFingerprint;
import org.safehand.referral.enrolment.KeyProof;
import org.safehand.referral.enrolment.KeyRequest;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.registry.Registry;

/**
 * Whether an agency's key may be registered: it is the key whose fingerprint was told, the agency
 * proves that it has it, and a registered authority certified it. Whether it is revoked is asked
 * before each use, by the face that can ask.
 */
final class KeyRules {
  private final KeyChallenges challenges;
  private final Clock clock;

  KeyRules(KeyChallenges challenges, Clock clock) {
    this.challenges = requireNonNull(challenges, "challenges is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** A challenge that proves the key is open: who proposes uses it up. */
  Outcome<AddAgencyKey> proposable(AddAgencyKey key, Registry now) {
    return enrollable(key, now, this::open);
  }

  /** A challenge that proves the key was open when it was proposed, and is used up for it. */
  Outcome<AddAgencyKey> approvable(AddAgencyKey key, Registry now) {
    return enrollable(
        key,
        now,
        challenge ->
            challenge.usedFor().equals(Optional.of(key.digest()))
                ? Outcome.done(challenge)
                : Outcome.refused(
                    RefusalCode.KEY_PROOF_INVALID,
                    "the challenge was not answered for this proposal"));
  }

  private Outcome<AddAgencyKey> enrollable(
      AddAgencyKey key, Registry now, Function<KeyChallenge, Outcome<KeyChallenge>> standing) {
    if (!KeyFingerprint.of(key.certificate()).equals(key.told())) {
      return Outcome.refused(
          RefusalCode.KEY_FINGERPRINT_MISMATCH,
          "the fingerprint named is not that of the certificate's key");
    }
    return proven(key, standing).then(same -> certified(same, now));
  }

  private Outcome<AddAgencyKey> proven(
      AddAgencyKey key, Function<KeyChallenge, Outcome<KeyChallenge>> standing) {
    if (key.proof().isEmpty()) {
      String where = KeyProof.isByRequest(key.certificate()) ? "/request" : "/proof";
      return Outcome.refused(
          Refusal.of(
              List.of(new FieldFault(where, RefusalCode.FIELD_REQUIRED, "proves the possession"))));
    }
    KeyProof proof = key.proof().get();
    if (!proof.isFor(key.certificate())) {
      return Outcome.refused(
          RefusalCode.KEY_PROOF_UNSUPPORTED,
          "a key that can sign is proven by its request, one that cannot by a challenge");
    }
    if (proof instanceof ChallengeAnswer answer) {
      return answered(key, answer).then(standing).map(challenge -> key);
    }
    return ((KeyRequest) proof).proves(key.certificate())
        ? Outcome.done(key)
        : Outcome.refused(
            RefusalCode.KEY_PROOF_INVALID,
            "the request is for another key, or that key did not sign it");
  }

  /** Whoever does not know the answer is not told either whether there is such a challenge. */
  private Outcome<KeyChallenge> answered(AddAgencyKey key, ChallengeAnswer answer) {
    return challenges
        .find(answer.challenge())
        .filter(found -> found.isAnsweredBy(answer.sha256(), key.agency(), key.certificate()))
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.KEY_PROOF_INVALID,
                    "it is not the answer to a challenge to this certificate for this agency"));
  }

  private Outcome<KeyChallenge> open(KeyChallenge challenge) {
    if (challenge.usedFor().isPresent()) {
      return Outcome.refused(
          RefusalCode.KEY_CHALLENGE_USED, "another proposal has used the answer up");
    }
    return challenge.isOverAt(clock.instant())
        ? Outcome.refused(
            RefusalCode.KEY_CHALLENGE_EXPIRED, "nobody answered the challenge within seven days")
        : Outcome.done(challenge);
  }

  private Outcome<AddAgencyKey> certified(AddAgencyKey key, Registry now) {
    Optional<CertificatePath> path =
        CertificatePath.find(
            key.certificate().certificate(),
            now.authorities().stream().map(CertificateAuthority::certificate).toList());
    if (path.isEmpty()) {
      return Outcome.refused(
          RefusalCode.RECIPIENT_UNTRUSTED, "no path leads from it to a registered root");
    }
    Instant moment = clock.instant();
    for (X509Certificate each : path.get().certificates()) {
      if (!Validity.of(each).holdsAt(moment)) {
        return Outcome.refused(
            RefusalCode.RECIPIENT_EXPIRED,
            "it or one of its issuers is not valid yet or not any more");
      }
    }
    return Outcome.done(key);
  }
}
