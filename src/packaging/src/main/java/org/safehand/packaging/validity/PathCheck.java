package org.safehand.packaging.validity;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;

/**
 * Path validation of RFC 5280, section 6, at a moment in the past, with the proofs of revocation at
 * hand and no network.
 */
public final class PathCheck {
  private final String place;
  private final Instant moment;
  private final RevocationProofs proofs;

  /** Checks as of {@code moment} with {@code proofs}; {@code place} names the seal in refusals. */
  public PathCheck(String place, Instant moment, RevocationProofs proofs) {
    this.place = requireNonNull(place, "place is null");
    this.moment = requireNonNull(moment, "moment is null");
    this.proofs = requireNonNull(proofs, "proofs is null");
  }

  /**
   * Returns when {@code path} was valid at the moment and none of it was revoked.
   *
   * @throws PackageException saying which certificate was not, and why
   */
  public void require(CertificatePath path) throws PackageException {
    try {
      List<X509Certificate> upToRoot =
          path.certificates().subList(0, path.certificates().size() - 1);
      CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(upToRoot);
      CertPathValidator validator = CertPathValidator.getInstance("PKIX");
      validator.validate(certPath, parameters(path.root()));
      requireUnrevoked(path);
    } catch (CertPathValidatorException e) {
      throw refused(path, e);
    } catch (GeneralSecurityException e) {
      throw new PackageException(
          PackageFault.CERTIFICATE_PATH_BROKEN, place, subject(path, 0) + ": not checkable", e);
    }
  }

  // PKIXParameters takes its date as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  private PKIXParameters parameters(X509Certificate root) throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setDate(Date.from(moment));
    // the JDK's own check could ask addresses that stand in certificates
    parameters.setRevocationEnabled(false);
    return parameters;
  }

  private void requireUnrevoked(CertificatePath path) throws PackageException {
    for (int i = 0; i < path.issuers().size(); i++) {
      X509Certificate certificate = path.certificates().get(i);
      switch (proofs.status(certificate, path.issuers().get(i), moment)) {
        case GOOD -> {}
        case REVOKED ->
            throw new PackageException(
                PackageFault.CERTIFICATE_REVOKED, place, subject(path, i) + ": revoked");
        case UNKNOWN ->
            throw new PackageException(
                PackageFault.REVOCATION_UNKNOWN,
                place,
                subject(path, i) + ": no list or response holds for it");
      }
    }
  }

  private PackageException refused(CertificatePath path, CertPathValidatorException e) {
    PackageFault fault = PackageFault.CERTIFICATE_PATH_BROKEN;
    if (e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID) {
      fault = PackageFault.CERTIFICATE_EXPIRED;
    }
    String subject = subject(path, Math.max(0, e.getIndex()));
    return new PackageException(fault, place, subject + ": " + e.getMessage(), e);
  }

  private static String subject(CertificatePath path, int index) {
    return path.certificates().get(index).getSubjectX500Principal().getName();
  }
}
