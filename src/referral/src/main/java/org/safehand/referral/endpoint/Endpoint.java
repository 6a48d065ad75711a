package org.safehand.referral.endpoint;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.recipient.RecipientCertificate;

/**
 * Where an agency receives.
 *
 * <p>While an agency changes its keys it has an old and a new certificate side by side, for each
 * purpose: packages are encrypted to one of them, receipts and connections by either count.
 *
 * @param id its name within the registry
 * @param channel how it receives
 * @param address where to; opaque here
 * @param encryptionCertificates what packages are encrypted to, at least one
 * @param receiptCertificates whose keys, and no others, sign its receipts, at least one
 * @param machineCertificates with which, and no others, its machine connects to the gateway; none
 *     if it has no machine that does
 * @param tlsCa under which its server's certificate stands
 * @param signer subject of the certificate that signs its answers
 * @param maxBytes the largest package it takes
 */
public record Endpoint(
    String id,
    Channel channel,
    String address,
    List<RecipientCertificate> encryptionCertificates,
    List<X509Certificate> receiptCertificates,
    List<X509Certificate> machineCertificates,
    X509Certificate tlsCa,
    String signer,
    long maxBytes) {
  /** How many certificates an endpoint has at most for one purpose. */
  public static final int MOST_CERTIFICATES = 4;

  private static final Comparator<RecipientCertificate> NEWEST_FIRST =
      Comparator.comparing((RecipientCertificate it) -> it.certificate().getNotBefore().toInstant())
          .reversed()
          .thenComparing(it -> it.sha256().hex());

  /**
   * Copies the lists. Refuses nulls, a limit that is not positive, for any purpose more than {@link
   * #MOST_CERTIFICATES} or one that is there twice, and to encrypt or for receipts no certificate.
   */
  public Endpoint {
    requireNonNull(id, "id is null");
    requireNonNull(channel, "channel is null");
    requireNonNull(address, "address is null");
    encryptionCertificates = List.copyOf(encryptionCertificates);
    receiptCertificates = List.copyOf(receiptCertificates);
    machineCertificates = List.copyOf(machineCertificates);
    requireNonNull(tlsCa, "tlsCa is null");
    requireNonNull(signer, "signer is null");
    if (maxBytes < 1) {
      throw new IllegalArgumentException("an endpoint takes at least one byte");
    }
    checkEach(
        "one",
        "encryption",
        encryptionCertificates.stream().map(RecipientCertificate::sha256).toList());
    checkEach("one", "receipt", receiptCertificates);
    checkEach("no", "machine", machineCertificates);
  }

  private static void checkEach(String least, String purpose, List<?> certificates) {
    boolean missing = certificates.isEmpty() && least.equals("one");
    if (missing || certificates.size() > MOST_CERTIFICATES) {
      throw new IllegalArgumentException(
          "an endpoint has %s to %d %s certificates".formatted(least, MOST_CERTIFICATES, purpose));
    }
    if (new HashSet<>(certificates).size() != certificates.size()) {
      throw new IllegalArgumentException("the same %s certificate twice".formatted(purpose));
    }
  }

  /**
   * What a package may be encrypted to at {@code moment}, the one that is to be preferred first: of
   * those valid then, both ends included, the one whose validity began last. Of two that began at
   * the same second, the one with the lower fingerprint is first, so that every node chooses alike.
   * Empty if none is valid.
   */
  public List<RecipientCertificate> recipients(Instant moment) {
    return encryptionCertificates.stream()
        .filter(it -> Validity.of(it.certificate()).holdsAt(moment))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /**
   * The certificate with that fingerprint, if a package may be encrypted to it at {@code moment}.
   */
  public Optional<RecipientCertificate> recipient(Digest sha256, Instant moment) {
    return recipients(moment).stream().filter(it -> it.sha256().equals(sha256)).findFirst();
  }
}
