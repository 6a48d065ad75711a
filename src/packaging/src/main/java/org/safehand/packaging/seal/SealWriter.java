package org.safehand.packaging.seal;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.packaging.validity.RevocationProofs;

/**
 * Seals in two steps, so that the time-stamping authority is asked outside any transaction: sign
 * here, have {@link PendingSeal#signatureDigest} time-stamped, complete.
 */
public final class SealWriter {
  /** Gives the certificates and revocation lists at hand, as fresh as they are. */
  @FunctionalInterface
  public interface MaterialSource {
    /**
     * What is at hand now.
     *
     * @throws SealException if it cannot be read
     */
    ValidationMaterial current() throws SealException;
  }

  private final SealSigner signer;
  private final MaterialSource material;
  private final Clock clock;

  /** Seals with {@code signer}, embedding from {@code material}. */
  public SealWriter(SealSigner signer, MaterialSource material, Clock clock) {
    this.signer = requireNonNull(signer, "signer is null");
    this.material = requireNonNull(material, "material is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Signs {@code manifestXml}; the seal is not complete without a time-stamp. */
  public PendingSeal sign(byte[] manifestXml) throws SealException {
    ValidationMaterial now = material.current();
    Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    X509Certificate certificate = signer.path().get(0);
    SealForm form = form(certificate, time, manifestXml);
    byte[] signature = signer.sign(form.signedAttributes());
    return new PendingSeal(form, now.pathOf(certificate), signature, now, time);
  }

  /** Signs {@code content} and encloses it, without a time-stamp: the seal around it has one. */
  public byte[] signRecord(byte[] content) throws SealException {
    Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    X509Certificate certificate = signer.path().get(0);
    SealForm form = form(certificate, time, content);
    byte[] signature = signer.sign(form.signedAttributes());
    List<X509Certificate> path = material.current().pathOf(certificate).certificates();
    return form.encoded(content, path, RevocationProofs.NONE, signature, null);
  }

  private static SealForm form(X509Certificate certificate, Instant time, byte[] content)
      throws SealException {
    SealAlgorithm algorithm =
        SealAlgorithm.of(certificate.getPublicKey())
            .orElseThrow(
                () ->
                    new SealException(
                        SealFault.SEAL_KEY_UNUSABLE, "a certificate of a key that may not seal"));
    return new SealForm(algorithm, certificate, time, sha384(content));
  }

  static byte[] sha384(byte[] content) {
    return HashAlgorithm.SHA_384.engine().digest(content);
  }
}
