package org.safehand.referral.enrolment;

import org.safehand.packaging.recipient.RecipientCertificate;

/** That somebody holds an agency's key, in the one way that keys of its kind are proven. */
public sealed interface KeyProof permits KeyRequest, ChallengeAnswer {
  /**
   * Whether the key of {@code certificate} signs a request; one that cannot sign answers a
   * challenge.
   */
  static boolean isByRequest(RecipientCertificate certificate) {
    return switch (certificate.algorithm()) {
      case RSA_OAEP_SHA256, ECDH_P256, ECDH_P384 -> true;
      case ML_KEM_768, ML_KEM_1024 -> false;
    };
  }

  /** Whether this is the way in which the key of {@code certificate} is proven. */
  default boolean isFor(RecipientCertificate certificate) {
    return this instanceof KeyRequest == isByRequest(certificate);
  }
}
