package org.safehand.packaging.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.validity.RevocationLists;

/**
 * The certificates and revocation lists at hand, from which a seal embeds exactly those that its
 * own two paths need.
 *
 * @param issuers certificates of the authorities, roots among them, in any order
 * @param lists revocation lists of those issuers; the newest of each counts
 */
public record ValidationMaterial(List<X509Certificate> issuers, List<X509CRL> lists) {
  /** Copies the lists. */
  public ValidationMaterial {
    issuers = List.copyOf(issuers);
    lists = List.copyOf(lists);
  }

  /**
   * Reads the PEM files {@code issuers} and every {@code *.crl} (DER) in {@code listFolder}.
   *
   * @throws SealException with {@code validation-material-missing} if one cannot be read
   */
  public static ValidationMaterial read(List<Path> issuers, Path listFolder) throws SealException {
    List<X509Certificate> certificates = new ArrayList<>();
    List<X509CRL> lists = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(listFolder, "*.crl")) {
      for (Path pem : issuers) {
        certificates.addAll(certificates(Files.readAllBytes(pem)));
      }
      for (Path file : files) {
        lists.add(RevocationLists.read(Files.readAllBytes(file)));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw missing("cannot be read: " + e.getMessage(), e);
    }
    return new ValidationMaterial(certificates, lists);
  }

  /** The path of {@code leaf} to a root. */
  CertificatePath pathOf(X509Certificate leaf) throws SealException {
    return CertificatePath.find(leaf, issuers)
        .orElseThrow(
            () -> missing("no path from " + leaf.getSubjectX500Principal() + " to a root", null));
  }

  /** One list for each issuer on {@code paths}, none of which ends before {@code moment}. */
  // a list gives its times as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  List<X509CRL> listsFor(List<CertificatePath> paths, Instant moment) throws SealException {
    Set<X509Certificate> wanted = new LinkedHashSet<>();
    paths.forEach(path -> wanted.addAll(path.issuers()));
    List<X509CRL> found = new ArrayList<>();
    for (X509Certificate issuer : wanted) {
      Optional<X509CRL> list = RevocationLists.newest(issuer, lists);
      if (list.isEmpty()
          || list.get().getNextUpdate() == null
          || list.get().getNextUpdate().toInstant().isBefore(moment)) {
        throw missing("no current revocation list of " + issuer.getSubjectX500Principal(), null);
      }
      found.add(list.get());
    }
    return found;
  }

  private static List<X509Certificate> certificates(byte[] pem) throws GeneralSecurityException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem))) {
      if (certificate instanceof X509Certificate x509) {
        certificates.add(x509);
      }
    }
    return certificates;
  }

  private static SealException missing(String detail, @Nullable Throwable cause) {
    return new SealException(SealFault.VALIDATION_MATERIAL_MISSING, detail, cause);
  }
}
