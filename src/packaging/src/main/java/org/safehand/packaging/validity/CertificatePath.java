package org.safehand.packaging.validity;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The certificates from a leaf up to a self-signed root, each signed by the next. Dates,
 * constraints and revocation are {@link PathCheck}'s.
 *
 * @param certificates leaf first, root last; at least two
 */
public record CertificatePath(List<X509Certificate> certificates) {
  private static final int MAX_LENGTH = 6;

  /** Copies the list. */
  public CertificatePath {
    certificates = List.copyOf(certificates);
    if (certificates.size() < 2) {
      throw new IllegalArgumentException("a path has a leaf and a root");
    }
  }

  /** The path from {@code leaf} over certificates of {@code pool}, if there is one. */
  public static Optional<CertificatePath> find(X509Certificate leaf, List<X509Certificate> pool) {
    List<X509Certificate> path = new ArrayList<>();
    path.add(requireNonNull(leaf, "leaf is null"));
    while (path.size() < MAX_LENGTH) {
      X509Certificate last = path.get(path.size() - 1);
      Optional<X509Certificate> issuer =
          pool.stream().filter(candidate -> isIssuedBy(last, candidate)).findFirst();
      if (issuer.isEmpty()) {
        return Optional.empty();
      }
      path.add(issuer.get());
      if (isSelfIssued(issuer.get()) && isIssuedBy(issuer.get(), issuer.get())) {
        return Optional.of(new CertificatePath(path));
      }
    }
    return Optional.empty();
  }

  /** The certificate whose path it is. */
  public X509Certificate leaf() {
    return certificates.get(0);
  }

  /** The self-signed certificate at its end. */
  public X509Certificate root() {
    return certificates.get(certificates.size() - 1);
  }

  /** All but the leaf: the certificates that issue revocation lists. */
  public List<X509Certificate> issuers() {
    return certificates.subList(1, certificates.size());
  }

  private static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
