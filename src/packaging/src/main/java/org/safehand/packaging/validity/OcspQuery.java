package org.safehand.packaging.validity;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A question to an OCSP responder about one certificate (RFC 6960, section 4.1). The certificate is
 * named by SHA-1, which every responder knows (RFC 5019, section 2.1.1): names prove nothing, the
 * response's signature does.
 */
public final class OcspQuery {
  /** The longest nonce of RFC 9654, which is the one to be used. */
  public static final int NONCE_BYTES = 32;

  private final X509Certificate certificate;
  private final X509Certificate issuer;
  private final byte[] nonce;

  /**
   * Asks about {@code certificate}.
   *
   * @param nonce {@link #NONCE_BYTES} fresh random bytes
   */
  public OcspQuery(X509Certificate certificate, X509Certificate issuer, byte[] nonce) {
    this.certificate = requireNonNull(certificate, "certificate is null");
    this.issuer = requireNonNull(issuer, "issuer is null");
    this.nonce = nonce.clone();
    if (nonce.length != NONCE_BYTES) {
      throw new IllegalArgumentException("a nonce has " + NONCE_BYTES + " bytes");
    }
  }

  /** The request in DER. */
  public byte[] encoded() {
    try {
      Extension asked =
          new Extension(
              OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
              false,
              new DEROctetString(nonce).getEncoded());
      CertID id =
          certId(
              certificate,
              issuer,
              new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE));
      return new OCSPRequest(
              new TBSRequest(null, new DERSequence(new Request(id, null)), new Extensions(asked)),
              null)
          .getEncoded("DER");
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a request in memory has an encoding", e);
    }
  }

  /**
   * The response in {@code der}, if it answers this question and its issuer vouches for it.
   *
   * @throws GeneralSecurityException otherwise
   */
  public OcspResponse answer(byte[] der) throws GeneralSecurityException {
    OcspResponse response = OcspResponse.read(der);
    if (!response.isAbout(certificate, issuer)) {
      throw new CertificateException("the response is about another certificate");
    }
    byte[] given = response.nonce();
    // a responder that signs ahead gives none; one of another request is a replay
    if (given.length > 0 && !Arrays.equals(given, nonce)) {
      throw new CertificateException("the response answers another request");
    }
    if (!response.isVouchedForBy(issuer)) {
      throw new CertificateException("neither the issuer nor a responder of its own signed");
    }
    return response;
  }

  /** How {@code certificate} is named with the digest {@code algorithm}. */
  static CertID certId(
      X509Certificate certificate, X509Certificate issuer, AlgorithmIdentifier algorithm)
      throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance(algorithm.getAlgorithm().getId());
    byte[] name = digest.digest(issuer.getSubjectX500Principal().getEncoded());
    byte[] key =
        digest.digest(
            SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes());
    return new CertID(
        algorithm, octets(name), octets(key), new ASN1Integer(certificate.getSerialNumber()));
  }

  private static ASN1OctetString octets(byte[] bytes) {
    return new DEROctetString(bytes);
  }
}
