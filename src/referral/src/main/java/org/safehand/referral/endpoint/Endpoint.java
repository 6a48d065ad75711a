package org.safehand.referral.endpoint;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import org.safehand.packaging.recipient.RecipientCertificate;

/**
 * Where an agency receives.
 *
 * @param id its name within the registry
 * @param channel how it receives
 * @param address where to; opaque here
 * @param encryptionCertificate what packages are encrypted to
 * @param receiptCertificate whose key, and no other, signs its receipts
 * @param tlsCa under which its server's certificate stands
 * @param signer subject of the certificate that signs its answers
 * @param maxBytes the largest package it takes
 */
public record Endpoint(
    String id,
    Channel channel,
    String address,
    RecipientCertificate encryptionCertificate,
    X509Certificate receiptCertificate,
    X509Certificate tlsCa,
    String signer,
    long maxBytes) {
  /** Refuses nulls and a limit that is not positive. */
  public Endpoint {
    requireNonNull(id, "id is null");
    requireNonNull(channel, "channel is null");
    requireNonNull(address, "address is null");
    requireNonNull(encryptionCertificate, "encryptionCertificate is null");
    requireNonNull(receiptCertificate, "receiptCertificate is null");
    requireNonNull(tlsCa, "tlsCa is null");
    requireNonNull(signer, "signer is null");
    if (maxBytes < 1) {
      throw new IllegalArgumentException("an endpoint takes at least one byte");
    }
  }
}
