package org.safehand.custody.timestamp;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The parts of a token that no signature covers (RFC 5652, section 5): versions, the list of digest
 * algorithms, the name of the signer, the certificates beside it. Each has exactly one value here,
 * so that a token cannot be altered unnoticed.
 */
final class TokenShape {
  private TokenShape() {}

  static void require(ContentInfo token, X509CertificateHolder signer, List<X509Certificate> tsaCa)
      throws TimeStampException {
    SignedData data = SignedData.getInstance(token.getContent());
    SignerInfo info = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    require(CMSObjectIdentifiers.signedData.equals(token.getContentType()), "content type");
    require(data.getVersion().hasValue(3), "version");
    require(
        new DERSet(info.getDigestAlgorithm()).equals(data.getDigestAlgorithms()),
        "digest algorithms");
    require(data.getEncapContentInfo().getContent() instanceof ASN1OctetString, "content");
    require(data.getCRLs() == null, "revocation lists");
    require(info.getUnauthenticatedAttributes() == null, "unsigned attributes");
    require(isPlain(info.getDigestAlgorithm()), "digest algorithm");
    require(
        isPlain(info.getDigestEncryptionAlgorithm())
            || PKCSObjectIdentifiers.id_RSASSA_PSS.equals(
                info.getDigestEncryptionAlgorithm().getAlgorithm()),
        "signature algorithm");
    require(info.getVersion().hasValue(1), "signer version");
    require(
        Arrays.equals(
            encoded(new IssuerAndSerialNumber(signer.toASN1Structure())),
            encoded(info.getSID().getId())),
        "signer name");
    requireCertificates(data.getCertificates(), signer, tsaCa);
  }

  private static boolean isPlain(AlgorithmIdentifier algorithm) {
    return algorithm.getParameters() == null || DERNull.INSTANCE.equals(algorithm.getParameters());
  }

  /** The signer's own, and certificates of the trust folder; nothing else may ride along. */
  private static void requireCertificates(
      ASN1Set certificates, X509CertificateHolder signer, List<X509Certificate> tsaCa)
      throws TimeStampException {
    List<byte[]> allowed = new ArrayList<>();
    try {
      allowed.add(signer.getEncoded());
      for (X509Certificate certificate : tsaCa) {
        allowed.add(certificate.getEncoded());
      }
    } catch (IOException | CertificateEncodingException e) {
      throw new TimeStampException(TimeStampFault.MALFORMED, "a certificate has no encoding");
    }
    for (ASN1Encodable certificate : certificates) {
      byte[] der = encoded(certificate);
      require(allowed.removeIf(one -> Arrays.equals(one, der)), "foreign certificates");
    }
  }

  private static byte[] encoded(ASN1Encodable value) throws TimeStampException {
    try {
      return value.toASN1Primitive().getEncoded("DER");
    } catch (IOException e) {
      throw new TimeStampException(TimeStampFault.MALFORMED, "a part has no encoding");
    }
  }

  private static void require(boolean holds, String part) throws TimeStampException {
    if (!holds) {
      throw new TimeStampException(
          TimeStampFault.MALFORMED, "its " + part + " are not of the one accepted form");
    }
  }
}
