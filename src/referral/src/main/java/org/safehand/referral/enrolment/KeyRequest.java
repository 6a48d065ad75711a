package org.safehand.referral.enrolment;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.safehand.custody.encoding.PemText;
import org.safehand.packaging.recipient.RecipientCertificate;

/**
 * A PKCS#10 request (RFC 2986), which its key signed: whoever has it had somebody before them who
 * holds the private key.
 */
public final class KeyRequest implements KeyProof {
  private static final String LABEL = "CERTIFICATE REQUEST";

  private final PKCS10CertificationRequest request;
  private final String pem;

  private KeyRequest(byte[] der) throws IOException {
    this.request = new PKCS10CertificationRequest(der);
    this.pem = PemText.encode(LABEL, der);
  }

  /**
   * The request that {@code pem} is; whether it proves anything is not asked yet.
   *
   * @throws IllegalArgumentException if it is none, or more than one
   */
  public static KeyRequest parse(String pem) {
    List<byte[]> blocks =
        PemText.decodeAll(LABEL, requireNonNull(pem, "pem is null"))
            .filter(found -> found.size() == 1)
            .orElseThrow(() -> new IllegalArgumentException("not one request in PEM"));
    try {
      return new KeyRequest(blocks.get(0));
    } catch (IOException | RuntimeException malformed) {
      throw new IllegalArgumentException("not a PKCS#10 request", malformed);
    }
  }

  /** Its one spelling. */
  public String pem() {
    return pem;
  }

  /**
   * Whether it proves that somebody holds the key of {@code certificate}: it is for that public
   * key, and that key signed it.
   */
  public boolean proves(RecipientCertificate certificate) {
    if (!KeyFingerprint.of(request.getSubjectPublicKeyInfo())
        .equals(KeyFingerprint.of(certificate))) {
      return false;
    }
    try {
      return request.isSignatureValid(
          new JcaContentVerifierProviderBuilder().build(certificate.certificate().getPublicKey()));
    } catch (OperatorCreationException | PKCSException | RuntimeException unusable) {
      return false;
    }
  }
}
