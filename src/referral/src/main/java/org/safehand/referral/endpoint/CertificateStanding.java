package org.safehand.referral.endpoint;

import org.safehand.packaging.recipient.RecipientCertificate;

/**
 * Knows how certificates of recipients stand, by the authorities of the endpoint registry and what
 * they say at the addresses that stand there; never by an address in a certificate.
 */
public interface CertificateStanding {
  /**
   * How {@code certificate} stands now. It may take seconds and ask the network, so it is never
   * asked within a unit of work. Whatever fails on the way is {@code UNKNOWN}, never {@code GOOD}.
   */
  Standing of(RecipientCertificate certificate);
}
