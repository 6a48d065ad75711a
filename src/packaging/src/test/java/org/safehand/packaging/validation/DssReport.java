package org.safehand.packaging.validation;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.security.cert.X509Certificate;

/** What the European Commission's validator says of a container: offline, with one root. */
final class DssReport {
  private DssReport() {}

  /** Its report on {@code container}, when it trusts {@code root} alone. */
  static SimpleReport of(byte[] container, X509Certificate root) {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(new CertificateToken(root));
    CommonCertificateVerifier offline = new CommonCertificateVerifier();
    offline.setTrustedCertSources(trusted);
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new InMemoryDocument(container, "sample.asice"));
    validator.setCertificateVerifier(offline);
    return validator.validateDocument().getSimpleReport();
  }
}
