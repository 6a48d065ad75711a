package org.safehand.packaging.seal;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.validity.TokenForm;

/** A signature that waits for its time-stamp. Kept in memory only: making it again is cheap. */
public final class PendingSeal {
  private final SealForm form;
  private final CertificatePath path;
  private final byte[] signature;
  private final ValidationMaterial material;
  private final Instant signed;

  PendingSeal(
      SealForm form,
      CertificatePath path,
      byte[] signature,
      ValidationMaterial material,
      Instant signed) {
    this.form = requireNonNull(form, "form is null");
    this.path = requireNonNull(path, "path is null");
    this.signature = signature.clone();
    this.material = requireNonNull(material, "material is null");
    this.signed = requireNonNull(signed, "signed is null");
  }

  /** SHA-256 of the signature value: what the token must be over (EN 319 122-1, 5.3). */
  public Digest signatureDigest() {
    return Digest.of(signature);
  }

  /**
   * The finished seal in DER, with {@code token} and everything needed to check it later.
   *
   * @throws SealException if the token is over something else or in another form than expected, or
   *     a certificate or revocation list is not at hand
   */
  public byte[] complete(TimeStampToken token) throws SealException {
    if (!token.isOver(signatureDigest())) {
      throw unfit("the token is over something else", null);
    }
    CertificatePath stampPath = stampPath(token);
    Set<X509Certificate> certificates = new LinkedHashSet<>(path.certificates());
    certificates.addAll(stampPath.certificates());
    return form.encoded(
        null,
        List.copyOf(certificates),
        material.proofsFor(List.of(path, stampPath), signed),
        signature,
        token.bytes());
  }

  /** The path of the one certificate in the token that issued none of the others. */
  private CertificatePath stampPath(TimeStampToken token) throws SealException {
    try {
      TokenForm tokenForm = TokenForm.of(token);
      for (X509Certificate certificate : tokenForm.certificates()) {
        if (certificate.getBasicConstraints() < 0) {
          CertificatePath found = material.pathOf(certificate);
          if (tokenForm.isWithin(found)) {
            return found;
          }
        }
      }
    } catch (GeneralSecurityException e) {
      throw unfit("the token is not in the form that this format takes", e);
    }
    throw unfit("the token has no certificate of the authority, or foreign ones", null);
  }

  private static SealException unfit(String detail, @Nullable Throwable cause) {
    return new SealException(SealFault.TIME_STAMP_UNFIT, detail, cause);
  }
}
