package org.safehand.referral.transfer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.act.SealedBytes;

/**
 * The agency's signed word that it has the package.
 *
 * @param bytes the CMS message, as received, byte for byte
 * @param receivedAt when the agency says that it received the package
 * @param recordedAt when the receipt was checked and recorded here
 */
public record DeliveryReceipt(SealedBytes bytes, Instant receivedAt, Instant recordedAt) {
  /** Refuses nulls. */
  public DeliveryReceipt {
    requireNonNull(bytes, "bytes is null");
    requireNonNull(receivedAt, "receivedAt is null");
    requireNonNull(recordedAt, "recordedAt is null");
  }
}
