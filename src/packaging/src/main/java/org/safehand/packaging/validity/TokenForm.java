package org.safehand.packaging.validity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.safehand.custody.timestamp.TimeStampToken;

/**
 * The one form of a time-stamp token: those parts that neither its signature nor its pinned
 * certificate covers must be what they can only be, so that no bit of it is free.
 *
 * @param certificates the certificates inside, in the order they stand
 */
public record TokenForm(List<X509Certificate> certificates) {
  private static final Set<ASN1ObjectIdentifier> BARE =
      Set.of(
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          X9ObjectIdentifiers.ecdsa_with_SHA384,
          X9ObjectIdentifiers.ecdsa_with_SHA512);
  private static final Set<ASN1ObjectIdentifier> WITH_NULL =
      Set.of(
          PKCSObjectIdentifiers.rsaEncryption,
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          PKCSObjectIdentifiers.sha512WithRSAEncryption);

  /** Copies the list. */
  public TokenForm {
    certificates = List.copyOf(certificates);
  }

  /**
   * The form of {@code token}.
   *
   * @throws GeneralSecurityException if it is in any other
   */
  public static TokenForm of(TimeStampToken token) throws GeneralSecurityException {
    try {
      byte[] der = token.bytes();
      ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(der));
      SignedData data = SignedData.getInstance(outer.getContent());
      SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
      List<X509Certificate> certificates = certificates(data);
      require(data.getCRLs() == null, "revocation lists inside");
      require(Arrays.equals(again(data, signer), der), "not the one encoding of its parts");
      requireAlgorithms(signer);
      requireSigner(signer, certificates);
      return new TokenForm(certificates);
    } catch (IOException | RuntimeException e) {
      throw new CertificateException("not a time-stamp token of this profile", e);
    }
  }

  /**
   * Whether each certificate inside stands on {@code path}, byte for byte, and none is there twice.
   */
  public boolean isWithin(CertificatePath path) {
    return Set.copyOf(path.certificates()).containsAll(certificates)
        && new HashSet<>(certificates).size() == certificates.size();
  }

  private static byte[] again(SignedData data, SignerInfo signer) throws IOException {
    SignerInfo signerAgain =
        new SignerInfo(
            signer.getSID(),
            signer.getDigestAlgorithm(),
            signer.getAuthenticatedAttributes(),
            signer.getDigestEncryptionAlgorithm(),
            signer.getEncryptedDigest(),
            null);
    SignedData dataAgain =
        new SignedData(
            new DERSet(signer.getDigestAlgorithm()),
            new ContentInfo(
                PKCSObjectIdentifiers.id_ct_TSTInfo, data.getEncapContentInfo().getContent()),
            data.getCertificates(),
            null,
            new DERSet(signerAgain));
    return new ContentInfo(CMSObjectIdentifiers.signedData, dataAgain).getEncoded("DER");
  }

  private static void requireAlgorithms(SignerInfo signer) throws CertificateException {
    AlgorithmIdentifier signature = signer.getDigestEncryptionAlgorithm();
    boolean known =
        BARE.contains(signature.getAlgorithm())
            ? signature.getParameters() == null
            : WITH_NULL.contains(signature.getAlgorithm())
                && DERNull.INSTANCE.equals(signature.getParameters());
    require(known, "signature algorithm " + signature.getAlgorithm());
    ASN1Encodable digestParameters = signer.getDigestAlgorithm().getParameters();
    require(
        digestParameters == null || DERNull.INSTANCE.equals(digestParameters),
        "parameters of the digest algorithm");
  }

  /** RFC 5652, 5.3: named by issuer and serial number, as its certificate spells them. */
  private static void requireSigner(SignerInfo signer, List<X509Certificate> certificates)
      throws CertificateException, IOException {
    IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(signer.getSID().getId());
    for (X509Certificate certificate : certificates) {
      if (certificate.getSerialNumber().equals(named.getSerialNumber().getValue())
          && Arrays.equals(
              certificate.getIssuerX500Principal().getEncoded(),
              named.getName().getEncoded("DER"))) {
        return;
      }
    }
    throw new CertificateException("the signer's certificate is not inside");
  }

  private static List<X509Certificate> certificates(SignedData data)
      throws GeneralSecurityException, IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (ASN1Encodable encoded : data.getCertificates()) {
      byte[] der = encoded.toASN1Primitive().getEncoded("DER");
      if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
          instanceof X509Certificate certificate) {
        certificates.add(certificate);
      }
    }
    return certificates;
  }

  private static void require(boolean held, String fault) throws CertificateException {
    if (!held) {
      throw new CertificateException(fault);
    }
  }
}
