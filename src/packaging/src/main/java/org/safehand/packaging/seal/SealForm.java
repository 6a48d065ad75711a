package org.safehand.packaging.seal;

import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.validity.OcspResponse;
import org.safehand.packaging.validity.RevocationProofs;

/**
 * The one encoding of a seal: CMS SignedData (RFC 5652) with the signed attributes of CAdES (EN 319
 * 122-1), SHA-384, one signer, signed as its key demands. The writer makes it; the verifier makes
 * it again from what it accepted and compares.
 */
final class SealForm {
  private static final AlgorithmIdentifier SHA384 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha384);
  private static final ASN1ObjectIdentifier TOKEN =
      PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;

  /** The tag of a revocation information that is no list. */
  static final int OTHER_FORMAT = 1;

  private final SealAlgorithm algorithm;
  private final X509Certificate signer;
  private final ASN1Set attributes;

  /** A seal of {@code signer} over content with this SHA-384 digest, claimed to be made then. */
  SealForm(SealAlgorithm algorithm, X509Certificate signer, Instant signingTime, byte[] sha384) {
    this.algorithm = algorithm;
    this.signer = signer;
    this.attributes = attributes(algorithm, signer, signingTime, sha384);
  }

  /** What the signature is over (RFC 5652, 5.4). */
  byte[] signedAttributes() {
    try {
      return attributes.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("attributes in memory have an encoding", e);
    }
  }

  /**
   * The whole.
   *
   * @param content what is signed, or null where it stands elsewhere
   * @param token the signature time-stamp token in DER, or null for none
   */
  byte[] encoded(
      byte @Nullable [] content,
      List<X509Certificate> certificates,
      RevocationProofs proofs,
      byte[] signature,
      byte @Nullable [] token) {
    try {
      SignerInfo info =
          new SignerInfo(
              new SignerIdentifier(issuerAndSerial()),
              SHA384,
              attributes,
              algorithm.identifier(),
              new DEROctetString(signature),
              token == null ? null : unsigned(token));
      ASN1Encodable octets = content == null ? null : new DEROctetString(content);
      SignedData data =
          new SignedData(
              new DERSet(SHA384),
              new ContentInfo(CMSObjectIdentifiers.data, octets),
              certificateSet(certificates),
              proofs.equals(RevocationProofs.NONE) ? null : proofSet(proofs),
              new DERSet(info));
      return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded("DER");
    } catch (IOException | CertificateEncodingException | CRLException e) {
      throw new IllegalStateException("a seal in memory has an encoding", e);
    }
  }

  // the library takes the time as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  private static ASN1Set attributes(
      SealAlgorithm algorithm, X509Certificate signer, Instant time, byte[] sha384) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
    attributes.add(
        new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(sha384))));
    attributes.add(
        new Attribute(
            CMSAttributes.cmsAlgorithmProtect,
            new DERSet(
                new CMSAlgorithmProtection(
                    SHA384, CMSAlgorithmProtection.SIGNATURE, algorithm.identifier()))));
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(certificateId(signer)))));
    return new DERSet(attributes);
  }

  /** ESSCertIDv2 (RFC 5035); SHA-256 is the default and therefore not named. */
  private static ESSCertIDv2 certificateId(X509Certificate signer) {
    try {
      IssuerAndSerialNumber name = issuerAndSerial(signer);
      return new ESSCertIDv2(
          new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
          Digest.of(signer.getEncoded()).bytes(),
          new IssuerSerial(
              new GeneralNames(new GeneralName(name.getName())), name.getSerialNumber()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }

  private IssuerAndSerialNumber issuerAndSerial() {
    return issuerAndSerial(signer);
  }

  static IssuerAndSerialNumber issuerAndSerial(X509Certificate certificate) {
    return new IssuerAndSerialNumber(
        X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()),
        certificate.getSerialNumber());
  }

  private static ASN1Set unsigned(byte[] token) throws IOException {
    return new DERSet(new Attribute(TOKEN, new DERSet(ASN1Primitive.fromByteArray(token))));
  }

  private static ASN1Set certificateSet(List<X509Certificate> certificates)
      throws IOException, CertificateEncodingException {
    ASN1EncodableVector set = new ASN1EncodableVector();
    for (X509Certificate certificate : certificates) {
      set.add(ASN1Primitive.fromByteArray(certificate.getEncoded()));
    }
    return new DERSet(set);
  }

  /** RevocationInfoChoices (RFC 5652, 10.2.1); OCSP responses as RFC 5940 has them. */
  private static ASN1Set proofSet(RevocationProofs proofs) throws IOException, CRLException {
    ASN1EncodableVector set = new ASN1EncodableVector();
    for (X509CRL list : proofs.lists()) {
      set.add(ASN1Primitive.fromByteArray(list.getEncoded()));
    }
    for (OcspResponse response : proofs.responses()) {
      set.add(
          new DERTaggedObject(
              false,
              OTHER_FORMAT,
              new OtherRevocationInfoFormat(
                  CMSObjectIdentifiers.id_ri_ocsp_response,
                  ASN1Primitive.fromByteArray(response.der()))));
    }
    return new DERSet(set);
  }
}
