package org.safehand.packaging.validity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;

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

  /**
   * What {@code list} says about {@code certificate} at {@code moment}; unknown where it is of
   * another issuer or time, or holds only part of what the issuer revoked.
   */
  // a list gives its times as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  static RevocationStatus status(
      X509CRL list, X509Certificate certificate, X509Certificate issuer, Instant moment) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
        || !holds(list, issuer, moment)) {
      return RevocationStatus.UNKNOWN;
    }
    X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
    return entry == null || entry.getRevocationDate().toInstant().isAfter(moment)
        ? RevocationStatus.GOOD
        : RevocationStatus.REVOKED;
  }

  /** Whether {@code list} is the whole list of {@code issuer} and holds at {@code moment}. */
  public static boolean holds(X509CRL list, X509Certificate issuer, Instant moment) {
    return isComplete(list) && isOf(list, moment) && isSignedBy(list, issuer);
  }

  /**
   * Whether {@code list} was issued before {@code other} by its number (RFC 5280, section 5.2.3) or
   * its time. Whoever could have an older list taken could undo a revocation.
   */
  // a list gives its times as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  public static boolean isOlder(X509CRL list, X509CRL other) {
    Optional<BigInteger> number = number(list);
    Optional<BigInteger> least = number(other);
    if (list.getThisUpdate().before(other.getThisUpdate())) {
      return true;
    }
    // one without a number does not follow one that has one
    return least.isPresent() && (number.isEmpty() || number.get().compareTo(least.get()) < 0);
  }

  private static Optional<BigInteger> number(X509CRL list) {
    byte[] value = list.getExtensionValue(Extension.cRLNumber.getId());
    if (value == null) {
      return Optional.empty();
    }
    try {
      byte[] inner = ASN1OctetString.getInstance(value).getOctets();
      return Optional.of(ASN1Integer.getInstance(inner).getPositiveValue());
    } catch (IllegalArgumentException e) {
      // not a number: it counts as none
      return Optional.empty();
    }
  }

  // a list gives its times as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  private static boolean isOf(X509CRL list, Instant moment) {
    return RevocationProofs.covers(
        list.getThisUpdate().toInstant(), list.getNextUpdate().toInstant(), moment);
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

  /** Whether {@code issuer} signed {@code list}. */
  static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
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
