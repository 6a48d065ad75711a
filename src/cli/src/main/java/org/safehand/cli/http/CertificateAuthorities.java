package org.safehand.cli.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;

/** The certificates that a server's must be under: these and no others. */
public final class CertificateAuthorities {
  private final String pem;
  private final List<Certificate> certificates;

  private CertificateAuthorities(String pem, List<Certificate> certificates) {
    this.pem = pem;
    this.certificates = List.copyOf(certificates);
  }

  /** The certificates in a PEM file. */
  public static CertificateAuthorities read(Path file) throws CliException {
    try {
      return ofPem(Files.readString(file, US_ASCII), file.toString());
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
  }

  /** The certificates in {@code pem}, which came from {@code place}. */
  public static CertificateAuthorities ofPem(String pem, String place) throws CliException {
    requireNonNull(pem, "pem is null");
    try {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
      if (found.isEmpty()) {
        throw new CliException(CliCode.CA_MALFORMED, place, "holds no certificate in PEM");
      }
      return new CertificateAuthorities(pem, List.copyOf(found));
    } catch (CertificateException e) {
      throw new CliException(CliCode.CA_MALFORMED, place, e);
    }
  }

  /** As it was read. */
  public String pem() {
    return pem;
  }

  /** A TLS context that trusts these alone. */
  SSLContext tls() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (Certificate certificate : certificates) {
        trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has PKCS#12, PKIX and TLS", e);
    }
  }
}
