package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.endpoint.CertificateStanding;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.settings.CurrentSettings;

/**
 * Whether a recipient may be encrypted and sent to now. Asked before the transmission is
 * authorised, before the package is sealed and before each attempt to send it, because time passes
 * between; never within a unit of work.
 *
 * <p>What the authorities say for certain waits for a person at once. That they cannot be asked may
 * pass: nothing is sent meanwhile, and after as long as the settings say that waits for a person
 * too.
 */
public final class RecipientCheck {
  private final CertificateStanding standing;
  private final CurrentSettings settings;
  private final Clock clock;

  /** Asks {@code standing}. */
  public RecipientCheck(CertificateStanding standing, CurrentSettings settings, Clock clock) {
    this.standing = requireNonNull(standing, "standing is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Why nothing may be sent now to {@code endpoint}, encrypted to {@code certificate}, if so. */
  public Optional<Refusal> doubt(Endpoint endpoint, Digest certificate) {
    return endpoint.encryptionCertificates().stream()
        .filter(registered -> registered.sha256().equals(certificate))
        .findFirst()
        .map(this::doubt)
        .orElseGet(
            () ->
                doubt(
                    RefusalCode.ENDPOINT_NOT_USABLE,
                    "the endpoint is not in the registry with this certificate any more"));
  }

  /**
   * To which certificate of {@code endpoint} the dispatch {@code order} is encrypted: the one that
   * its reissue names, or the first in order of preference about which there is no doubt.
   */
  Outcome<RecipientCertificate> choose(Endpoint endpoint, DispatchOrder order) {
    List<RecipientCertificate> candidates = candidates(endpoint, order);
    List<Refusal> doubts = new ArrayList<>();
    for (RecipientCertificate candidate : candidates) {
      Optional<Refusal> doubt = doubt(candidate);
      if (doubt.isEmpty()) {
        return Outcome.done(candidate);
      }
      doubts.add(doubt.get());
    }
    if (doubts.isEmpty()) {
      return Outcome.refused(
          RefusalCode.RECIPIENT_CERTIFICATE_NOT_VALID,
          order.reissue().isPresent()
              ? "the certificate named at the reissue is not a valid one of the endpoint"
              : "none of the endpoint's certificates is valid now");
    }
    return Outcome.refused(
        doubts.stream().filter(RecipientCheck::isPassing).findFirst().orElse(doubts.get(0)));
  }

  private List<RecipientCertificate> candidates(Endpoint endpoint, DispatchOrder order) {
    Instant now = clock.instant();
    return order
        .reissue()
        .map(reissue -> endpoint.recipient(reissue.certificate(), now).stream().toList())
        .orElseGet(() -> endpoint.recipients(now));
  }

  /** Why nothing may be encrypted to {@code certificate} now, if so. */
  Optional<Refusal> doubt(RecipientCertificate certificate) {
    return switch (standing.of(certificate)) {
      case GOOD -> Optional.empty();
      case REVOKED ->
          doubt(RefusalCode.RECIPIENT_REVOKED, "the recipient's certificate is revoked");
      case EXPIRED ->
          doubt(RefusalCode.RECIPIENT_EXPIRED, "the recipient's certificate is not valid now");
      case UNTRUSTED ->
          doubt(
              RefusalCode.RECIPIENT_UNTRUSTED,
              "the recipient's certificate is under no registered authority");
      case UNKNOWN ->
          doubt(
              RefusalCode.RECIPIENT_STANDING_UNKNOWN,
              "whether the recipient's certificate is revoked cannot be found out now");
    };
  }

  /**
   * Whether {@code doubt} may pass by itself and the dispatch {@code order} still waits for that.
   */
  boolean mayPass(Refusal doubt, DispatchOrder order) {
    return isPassing(doubt)
        && clock.instant().isBefore(order.queuedAt().plus(settings.now().recipientPatience()));
  }

  /** Whether {@code doubt} may pass by itself. */
  public static boolean isPassing(Refusal doubt) {
    return doubt.code() == RefusalCode.RECIPIENT_STANDING_UNKNOWN;
  }

  private static Optional<Refusal> doubt(RefusalCode code, String detail) {
    return Optional.of(Refusal.of(code, detail));
  }
}
