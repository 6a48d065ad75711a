package org.safehand.packaging.seal;

import static java.util.Objects.requireNonNull;

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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.validity.OcspResponse;
import org.safehand.packaging.validity.RevocationLists;
import org.safehand.packaging.validity.RevocationProofs;

/**
 * The certificates and revocation lists at hand, and the responders, from which a seal embeds
 * exactly what its own two paths need.
 *
 * @param issuers certificates of the authorities, roots among them, in any order
 * @param lists revocation lists of those issuers; the newest of each counts
 * @param responders asked while the seal is completed
 */
public record ValidationMaterial(
    List<X509Certificate> issuers, List<X509CRL> lists, Responders responders) {
  /** Copies the lists. */
  public ValidationMaterial {
    requireNonNull(responders, "responders is null");
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
    return new ValidationMaterial(certificates, lists, Responders.NONE);
  }

  /** The same, with responses of {@code others} where an issuer has a responder. */
  public ValidationMaterial with(Responders others) {
    return new ValidationMaterial(issuers, lists, others);
  }

  /** Asks OCSP responders, of those issuers that have one. */
  public interface Responders {
    /** No issuer has one. */
    Responders NONE =
        new Responders() {
          @Override
          public boolean has(X509Certificate issuer) {
            return false;
          }

          @Override
          public Optional<OcspResponse> ask(X509Certificate certificate, X509Certificate issuer) {
            return Optional.empty();
          }
        };

    /** Whether {@code issuer} has one; its lists are then not embedded. */
    boolean has(X509Certificate issuer);

    /** What the responder of {@code issuer} says now, if it answers and that holds. */
    Optional<OcspResponse> ask(X509Certificate certificate, X509Certificate issuer);
  }

  /** The path of {@code leaf} to a root. */
  CertificatePath pathOf(X509Certificate leaf) throws SealException {
    return CertificatePath.find(leaf, issuers)
        .orElseThrow(
            () -> missing("no path from " + leaf.getSubjectX500Principal() + " to a root", null));
  }

  /**
   * For each certificate on {@code paths} one response about it, or where its issuer has no
   * responder that issuer's list, none of which ends before {@code moment}.
   */
  RevocationProofs proofsFor(List<CertificatePath> paths, Instant moment) throws SealException {
    Set<X509CRL> found = new LinkedHashSet<>();
    Map<X509Certificate, OcspResponse> responses = new LinkedHashMap<>();
    for (CertificatePath path : paths) {
      for (int i = 0; i < path.issuers().size(); i++) {
        X509Certificate certificate = path.certificates().get(i);
        X509Certificate issuer = path.issuers().get(i);
        if (!responders.has(issuer)) {
          found.add(list(issuer, moment));
        } else if (!responses.containsKey(certificate)) {
          responses.put(certificate, response(certificate, issuer));
        }
      }
    }
    return new RevocationProofs(List.copyOf(found), List.copyOf(responses.values()));
  }

  // a list gives its times as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  private X509CRL list(X509Certificate issuer, Instant moment) throws SealException {
    return RevocationLists.newest(issuer, lists)
        .filter(list -> list.getNextUpdate() != null)
        .filter(list -> !list.getNextUpdate().toInstant().isBefore(moment))
        .orElseThrow(
            () ->
                missing("no current revocation list of " + issuer.getSubjectX500Principal(), null));
  }

  private OcspResponse response(X509Certificate certificate, X509Certificate issuer)
      throws SealException {
    return responders
        .ask(certificate, issuer)
        .orElseThrow(
            () -> missing("no response about " + certificate.getSubjectX500Principal(), null));
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
