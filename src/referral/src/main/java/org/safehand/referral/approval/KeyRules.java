package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.referral.change.AddAgencyKey;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Validity;
import org.safehand.referral.enrolment.KeyFingerprint;
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
  private final Clock clock;

  KeyRules(Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
  }

  Outcome<AddAgencyKey> enrollable(AddAgencyKey key, Registry now) {
    if (!KeyFingerprint.of(key.certificate()).equals(key.told())) {
      return Outcome.refused(
          RefusalCode.KEY_FINGERPRINT_MISMATCH,
          "the fingerprint named is not that of the certificate's key");
    }
    return proven(key).then(same -> certified(same, now));
  }

  private static Outcome<AddAgencyKey> proven(AddAgencyKey key) {
    if (key.certificate().algorithm().quantumSafe()) {
      return Outcome.refused(
          RefusalCode.KEY_PROOF_UNSUPPORTED,
          "an ML-KEM key cannot sign, and no other proof of possession is taken yet");
    }
    if (key.request().isEmpty()) {
      return Outcome.refused(
          Refusal.of(
              List.of(
                  new FieldFault(
                      "/request", RefusalCode.FIELD_REQUIRED, "proves the possession"))));
    }
    return key.request().get().proves(key.certificate())
        ? Outcome.done(key)
        : Outcome.refused(
            RefusalCode.KEY_PROOF_INVALID,
            "the request is for another key, or that key did not sign it");
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
