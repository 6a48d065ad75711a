package org.safehand.custody.timestamp;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The certificate of an authority: for time-stamping alone (RFC 3161, section 2.3), and on a path
 * (RFC 5280, section 6) that was valid at the time to a self-issued certificate of the trust
 * folder.
 */
final class AuthorityPath {
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  private AuthorityPath() {}

  static void require(X509Certificate authority, List<X509Certificate> ca, Instant time)
      throws TimeStampException {
    try {
      Set<String> critical = authority.getCriticalExtensionOIDs();
      if (critical == null
          || !critical.contains(EXTENDED_KEY_USAGE)
          || !List.of(TIME_STAMPING).equals(authority.getExtendedKeyUsage())) {
        throw fault("its extended key usage is not time-stamping alone, marked critical");
      }
      requirePath(authority, ca, time);
    } catch (GeneralSecurityException e) {
      throw fault("no path to a trusted root: " + e.getMessage());
    }
  }

  // CertPathBuilder takes its date as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  private static void requirePath(X509Certificate authority, List<X509Certificate> ca, Instant time)
      throws GeneralSecurityException, TimeStampException {
    Set<TrustAnchor> roots = new HashSet<>();
    for (X509Certificate certificate : ca) {
      if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
        roots.add(new TrustAnchor(certificate, null));
      }
    }
    if (roots.isEmpty()) {
      throw fault("the trust folder has no root for time-stamps");
    }
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(authority);
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, target);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(time));
    Set<X509Certificate> known = new HashSet<>(ca);
    known.add(authority);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
    CertPathBuilder.getInstance("PKIX").build(parameters);
  }

  private static TimeStampException fault(String reason) {
    return new TimeStampException(TimeStampFault.CERTIFICATE, reason);
  }
}
