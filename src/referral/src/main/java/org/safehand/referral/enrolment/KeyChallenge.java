package org.safehand.referral.enrolment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;

/**
 * What a gateway keeps of a challenge: neither its content nor its answer, so that whoever reads
 * all that is stored cannot answer it.
 *
 * @param id which
 * @param agency in whose name the key is to be registered
 * @param certificate SHA-256 of the certificate of the key that it was encrypted to
 * @param expected SHA-256 of the answer, which is 32 bytes that nobody can guess; so wrong answers
 *     are not counted
 * @param askedBy who asked for it
 * @param expiresAt until when it is answered
 * @param usedFor digest of the change for which it was answered; one answer is good for one
 */
public record KeyChallenge(
    ChallengeId id,
    AgencyId agency,
    Digest certificate,
    Digest expected,
    StaffNumber askedBy,
    Instant expiresAt,
    Optional<Digest> usedFor) {
  /** How long a challenge can be answered. */
  public static final Duration LIFE = Duration.ofDays(7);

  /** Refuses nulls. */
  public KeyChallenge {
    requireNonNull(id, "id is null");
    requireNonNull(agency, "agency is null");
    requireNonNull(certificate, "certificate is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(askedBy, "askedBy is null");
    requireNonNull(expiresAt, "expiresAt is null");
    requireNonNull(usedFor, "usedFor is null");
  }

  /** Whether {@code answer} proves that somebody holds the key of {@code whose}, for {@code by}. */
  public boolean isAnsweredBy(Digest answer, AgencyId by, RecipientCertificate whose) {
    return expected.equals(Digest.of(answer.bytes()))
        && agency.equals(by)
        && certificate.equals(whose.sha256());
  }

  /** Whether it is too late to answer at {@code moment}. */
  public boolean isOverAt(Instant moment) {
    return !moment.isBefore(expiresAt);
  }
}
