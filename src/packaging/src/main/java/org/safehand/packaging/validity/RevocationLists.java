package org.safehand.packaging.validity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.CertificateList;

/**
 * Certificate revocation lists (RFC 5280, section 5), each complete and signed by a known issuer.
 */
public final class RevocationLists {
  /** The bit of the key usage (RFC 5280, section 4.2.1.3). */
  private static final int CRL_SIGN = 6;

  private RevocationLists() {}

  /** The list that is exactly {@code der}; extra bits and bytes are refused. */
  public static X509CRL read(byte[] der) throws GeneralSecurityException {
    try {
      CertificateList list = CertificateList.getInstance(der);
      boolean canonical =
          list.getSignature().getPadBits() == 0
              && list.getSignatureAlgorithm().equals(list.getTBSCertList().getSignature())
              && Arrays.equals(list.getEncoded("DER"), der);
      if (canonical
          && CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der))
              instanceof X509CRL crl) {
        return crl;
      }
    } catch (IOException | RuntimeException e) {
      throw new CRLException("not a certificate revocation list", e);
    }
    throw new CRLException("not a certificate revocation list in its one encoding");
  }

  /** The newest of {@code lists} that {@code issuer} signed, if any. */
  public static Optional<X509CRL> newest(X509Certificate issuer, List<X509CRL> lists) {
    return lists.stream()
        .filter(list -> isSignedBy(list, issuer))
        .max(Comparator.comparing(list -> list.getThisUpdate().toInstant()));
  }

  /** Whether {@code lists} is exactly one list of each of {@code issuers}. */
  public static boolean areExactlyOneOfEach(List<X509Certificate> issuers, List<X509CRL> lists) {
    List<X509CRL> left = new ArrayList<>(lists);
    for (X509Certificate issuer : issuers) {
      Optional<X509CRL> own = left.stream().filter(list -> isSignedBy(list, issuer)).findFirst();
      if (own.isEmpty()) {
        return false;
      }
      left.remove(own.get());
    }
    return left.isEmpty();
  }

  /**
   * What {@code list} says about {@code certificate} at {@code moment}; unknown where it is of
   * another issuer or time, or holds only part of what the issuer revoked.
   */
  // a list gives its times as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  static RevocationStatus status(
      X509CRL list, X509Certificate certificate, X509Certificate issuer, Instant moment) {
    if (!isComplete(list)
        || !RevocationProofs.covers(
            list.getThisUpdate().toInstant(), list.getNextUpdate().toInstant(), moment)
        || !certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
        || !isSignedBy(list, issuer)) {
      return RevocationStatus.UNKNOWN;
    }
    X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
    return entry == null || entry.getRevocationDate().toInstant().isAfter(moment)
        ? RevocationStatus.GOOD
        : RevocationStatus.REVOKED;
  }

  /**
   * Whether {@code list} is all that its issuer revoked, and says until when. Partial, delta and
   * indirect lists say so by a critical extension (RFC 5280, sections 5.2.4 and 5.2.5).
   */
  private static boolean isComplete(X509CRL list) {
    Set<String> critical = list.getCriticalExtensionOIDs();
    return (critical == null || critical.isEmpty()) && list.getNextUpdate() != null;
  }

  private static boolean maySignLists(X509Certificate issuer) {
    boolean[] usage = issuer.getKeyUsage();
    return usage == null || usage[CRL_SIGN];
  }

  private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
    if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
        || !maySignLists(issuer)) {
      return false;
    }
    try {
      list.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
