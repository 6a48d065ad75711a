package org.safehand.custody.vectors.timestamp;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.Imprint;

/** RFC 3161 tokens that are the same bytes in every run. */
public final class FixedToken {
  private FixedToken() {}

  /** A token over {@code digest} that says {@code time}, with the certificate of its signer. */
  static byte[] over(Digest digest, Instant time, String policy, FixedAuthority authority) {
    return over(Imprint.of(digest), time, policy, authority.signer(), authority.holder());
  }

  /**
   * The same over a value of any algorithm, by {@code signer}, whose certificate {@code holder} is.
   */
  @SuppressWarnings("JavaUtilDate") // the library's signatures
  public static byte[] over(
      Imprint imprint,
      Instant time,
      String policy,
      ContentSigner signer,
      X509CertificateHolder holder) {
    try {
      DigestCalculatorProvider digests = new BcDigestCalculatorProvider();
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new SignerInfoGeneratorBuilder(digests)
                  .setSignedAttributeGenerator(
                      new DefaultSignedAttributeTableGenerator(
                          new AttributeTable(new DERSet(at(time)))))
                  .build(signer, holder),
              digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              new ASN1ObjectIdentifier(policy));
      tokens.addCertificates(new CollectionStore<>(List.of(holder)));
      TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
      requests.setCertReq(true);
      TimeStampRequest request =
          requests.generate(new ASN1ObjectIdentifier(imprint.algorithm().oid()), imprint.value());
      return tokens
          .generate(request, BigInteger.TEN, Date.from(time))
          .toCMSSignedData()
          .getEncoded("DER");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The time of signing as an attribute. */
  @SuppressWarnings("JavaUtilDate") // the library's signatures
  private static Attribute at(Instant time) {
    return new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time))));
  }

  /** That the signer is {@code authority}, by SHA-256 of its certificate (RFC 5816). */
  static Attribute bySha256(FixedAuthority authority) {
    return new Attribute(
        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
        new DERSet(new SigningCertificateV2(new ESSCertIDv2(authority.sha256().bytes()))));
  }

  /** The same by SHA-1 (RFC 3161, section 2.4.2). */
  static Attribute bySha1(FixedAuthority authority) {
    byte[] der = authority.der();
    SHA1Digest sha1 = new SHA1Digest();
    sha1.update(der, 0, der.length);
    byte[] hash = new byte[sha1.getDigestSize()];
    sha1.doFinal(hash, 0);
    return new Attribute(
        PKCSObjectIdentifiers.id_aa_signingCertificate,
        new DERSet(new SigningCertificate(new ESSCertID(hash))));
  }

  /**
   * A token that says what {@code token} says, signed by {@code signer}, whom the library would not
   * let sign, and naming the signer by {@code name}.
   */
  static byte[] resigned(byte[] token, Instant time, FixedAuthority signer, Attribute name) {
    try {
      CMSTypedData content =
          new CMSProcessableByteArray(
              PKCSObjectIdentifiers.id_ct_TSTInfo,
              (byte[]) new CMSSignedData(token).getSignedContent().getContent());
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(
                      new AttributeTable(new DERSet(new Attribute[] {at(time), name}))))
              .build(signer.signer(), signer.holder()));
      generator.addCertificates(new CollectionStore<>(List.of(signer.holder())));
      return generator.generate(content, true).getEncoded("DER");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** {@code token} with exactly these certificates beside its signature. */
  static byte[] withCertificates(byte[] token, FixedAuthority... authorities) {
    try {
      return CMSSignedData.replaceCertificatesAndCRLs(
              new CMSSignedData(token),
              new CollectionStore<>(
                  Arrays.stream(authorities).map(FixedAuthority::holder).toList()),
              new CollectionStore<>(List.of()),
              new CollectionStore<>(List.of()))
          .getEncoded("DER");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
