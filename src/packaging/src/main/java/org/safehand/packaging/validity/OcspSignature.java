package org.safehand.packaging.validity;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Who signed an OCSP response (RFC 6960, section 4.2.2.2). */
final class OcspSignature {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final Map<AlgorithmIdentifier, String> ALGORITHMS =
      Map.of(
          new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
          "SHA256withECDSA",
          new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384),
          "SHA384withECDSA",
          new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512),
          "SHA512withECDSA",
          new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE),
          "SHA256withRSA",
          new AlgorithmIdentifier(PKCSObjectIdentifiers.sha384WithRSAEncryption, DERNull.INSTANCE),
          "SHA384withRSA",
          new AlgorithmIdentifier(PKCSObjectIdentifiers.sha512WithRSAEncryption, DERNull.INSTANCE),
          "SHA512withRSA");

  private final BasicOCSPResponse response;
  private final Optional<X509Certificate> responder;
  private final Instant producedAt;

  /** The signature of {@code response}, in which {@code responder} stands. */
  OcspSignature(
      BasicOCSPResponse response, Optional<X509Certificate> responder, Instant producedAt) {
    this.response = requireNonNull(response, "response is null");
    this.responder = requireNonNull(responder, "responder is null");
    this.producedAt = requireNonNull(producedAt, "producedAt is null");
  }

  /** Whether it is {@code issuer}'s, or of the responder inside and {@code issuer} appointed it. */
  boolean isOf(X509Certificate issuer) {
    X509Certificate signer = responder.orElse(issuer);
    try {
      return (signer.equals(issuer) || isAppointed(signer, issuer))
          && isNamed(signer)
          && verifies(signer.getPublicKey());
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      // a key, name or signature that cannot even be read vouches for nothing
      return false;
    }
  }

  // a certificate is asked about a java.util.Date
  @SuppressWarnings("JavaUtilDate")
  private boolean isAppointed(X509Certificate signer, X509Certificate issuer)
      throws GeneralSecurityException {
    List<String> purposes = signer.getExtendedKeyUsage();
    boolean[] usage = signer.getKeyUsage();
    boolean marked =
        purposes != null
            && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
            && signer.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null
            && (usage == null || usage[DIGITAL_SIGNATURE])
            && signer.getBasicConstraints() < 0;
    if (!marked || !signer.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    signer.checkValidity(Date.from(producedAt));
    signer.verify(issuer.getPublicKey());
    return true;
  }

  private boolean isNamed(X509Certificate signer) throws GeneralSecurityException, IOException {
    ResponderID id = response.getTbsResponseData().getResponderID();
    if (id.getKeyHash() == null) {
      return Arrays.equals(
          id.getName().getEncoded("DER"), signer.getSubjectX500Principal().getEncoded());
    }
    byte[] key =
        SubjectPublicKeyInfo.getInstance(signer.getPublicKey().getEncoded())
            .getPublicKeyData()
            .getBytes();
    return Arrays.equals(id.getKeyHash(), MessageDigest.getInstance("SHA-1").digest(key));
  }

  private boolean verifies(PublicKey key) throws GeneralSecurityException, IOException {
    String algorithm = ALGORITHMS.get(response.getSignatureAlgorithm());
    if (algorithm == null) {
      return false;
    }
    Signature signature = Signature.getInstance(algorithm);
    signature.initVerify(key);
    signature.update(response.getTbsResponseData().getEncoded("DER"));
    return signature.verify(response.getSignature().getBytes());
  }
}
