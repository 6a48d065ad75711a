package org.safehand.packaging.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.validity.OcspResponse;
import org.safehand.packaging.validity.RevocationLists;
import org.safehand.packaging.validity.RevocationProofs;

/**
 * What a seal says, taken apart and not yet believed.
 *
 * @param algorithm how it says it was signed
 * @param token the time-stamp token in DER
 */
record SealParts(
    X509Certificate signer,
    List<X509Certificate> certificates,
    RevocationProofs proofs,
    Instant signingTime,
    ASN1OctetString messageDigest,
    AlgorithmIdentifier algorithm,
    ASN1OctetString signature,
    @Nullable ASN1OctetString content,
    @Nullable ASN1OctetString token) {

  static SealParts read(String place, byte[] der) throws PackageException {
    try {
      ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(der));
      return of(SignedData.getInstance(outer.getContent()));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new PackageException(
          PackageFault.SEAL_MALFORMED, place, "not a CMS signature of this profile", e);
    }
  }

  // the library gives the time as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  private static SealParts of(SignedData data) throws IOException, GeneralSecurityException {
    SignerInfo info = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    AttributeTable signed = new AttributeTable(info.getAuthenticatedAttributes());
    List<X509Certificate> certificates = new ArrayList<>();
    for (ASN1Encodable certificate : data.getCertificates()) {
      certificates.add(certificate(certificate.toASN1Primitive().getEncoded("DER")));
    }
    return new SealParts(
        signer(info, certificates),
        List.copyOf(certificates),
        proofs(data.getCRLs()),
        Time.getInstance(value(signed.get(CMSAttributes.signingTime))).getDate().toInstant(),
        octets(value(signed.get(CMSAttributes.messageDigest))),
        info.getDigestEncryptionAlgorithm(),
        info.getEncryptedDigest(),
        data.getEncapContentInfo().getContent() == null
            ? null
            : octets(data.getEncapContentInfo().getContent()),
        token(info.getUnauthenticatedAttributes()));
  }

  private static RevocationProofs proofs(@Nullable ASN1Set choices)
      throws IOException, GeneralSecurityException {
    List<X509CRL> lists = new ArrayList<>();
    List<OcspResponse> responses = new ArrayList<>();
    if (choices != null) {
      for (ASN1Encodable choice : choices) {
        if (choice instanceof ASN1TaggedObject other) {
          responses.add(response(other));
        } else {
          lists.add(RevocationLists.read(choice.toASN1Primitive().getEncoded("DER")));
        }
      }
    }
    return new RevocationProofs(lists, responses);
  }

  private static OcspResponse response(ASN1TaggedObject other)
      throws IOException, GeneralSecurityException {
    OtherRevocationInfoFormat format = OtherRevocationInfoFormat.getInstance(other, false);
    if (!CMSObjectIdentifiers.id_ri_ocsp_response.equals(format.getInfoFormat())) {
      throw new CertificateException("revocation information of a kind that is not known");
    }
    return OcspResponse.read(format.getInfo().toASN1Primitive().getEncoded("DER"));
  }

  /** The enclosed certificate that the signer identifier names. */
  private static X509Certificate signer(SignerInfo info, List<X509Certificate> certificates)
      throws CertificateException {
    return certificates.stream()
        .filter(c -> SealForm.issuerAndSerial(c).equals(info.getSID().getId()))
        .findFirst()
        .orElseThrow(() -> new CertificateException("the signer's certificate is not inside"));
  }

  private static @Nullable ASN1OctetString token(@Nullable ASN1Set unsigned) throws IOException {
    if (unsigned == null) {
      return null;
    }
    Attribute token =
        new AttributeTable(unsigned).get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    return new DEROctetString(value(token).toASN1Primitive().getEncoded("DER"));
  }

  private static ASN1Encodable value(@Nullable Attribute attribute) {
    if (attribute == null) {
      throw new IllegalArgumentException("an attribute of the profile is missing");
    }
    return attribute.getAttrValues().getObjectAt(0);
  }

  private static ASN1OctetString octets(ASN1Encodable encoded) {
    return ASN1OctetString.getInstance(encoded);
  }

  private static X509Certificate certificate(byte[] der) throws CertificateException {
    if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
        instanceof X509Certificate certificate) {
      return certificate;
    }
    throw new CertificateException("not an X.509 certificate");
  }
}
