package org.safehand.packaging.vectors.seal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCRLStore;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPki;

/** A seal as a library makes it, by keys and with hashes that our writer does not take. */
final class LibrarySeal {
  private final TestAuthority sealer;
  private final String algorithm;
  private final AlgorithmIdentifier identifier;

  private LibrarySeal(TestAuthority sealer, String algorithm, AlgorithmIdentifier identifier) {
    this.sealer = sealer;
    this.algorithm = algorithm;
    this.identifier = identifier;
  }

  /** A seal with SHA-384. */
  LibrarySeal(TestAuthority sealer) {
    this(
        sealer, "SHA384withECDDSA", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384));
  }

  LibrarySeal withSha512() {
    return new LibrarySeal(
        sealer, "SHA512withECDDSA", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512));
  }

  /** Over {@code content}, with time-stamp, paths and lists. */
  byte[] over(byte[] content) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes())))
              .build(
                  new Signer(sealer.keys().getPrivate(), algorithm, identifier),
                  new JcaX509CertificateHolder(sealer.certificate())));
      generator.addCertificates(
          new JcaCertStore(
              List.of(
                  sealer.certificate(),
                  FixedPki.SEAL_CA.certificate(),
                  FixedPki.TSA.certificate(),
                  FixedPki.TSA_CA.certificate(),
                  FixedPki.ROOT.certificate())));
      generator.addCRLs(
          new JcaCRLStore(
              List.of(
                  FixedHotline.list(FixedPki.ROOT),
                  FixedHotline.list(FixedPki.SEAL_CA),
                  FixedHotline.list(FixedPki.TSA_CA))));
      CMSSignedData data = generator.generate(new CMSProcessableByteArray(content), false);
      byte[] bare = data.toASN1Structure().getEncoded("DER");
      return SealEdits.withTokens(
          bare, FixedHotline.GOOD.stamp(Digest.of(SealEdits.signature(bare))).bytes());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("JavaUtilDate") // the library's signature
  private ASN1EncodableVector attributes() {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    Instant time = FixedHotline.SIGNED;
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(sealer.fingerprint().bytes())))));
    return attributes;
  }

  static byte[] sha384(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-384").digest(content);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private record Signer(
      PrivateKey key,
      String algorithm,
      AlgorithmIdentifier identifier,
      ByteArrayOutputStream message)
      implements ContentSigner {
    Signer(PrivateKey key, String algorithm, AlgorithmIdentifier identifier) {
      this(key, algorithm, identifier, new ByteArrayOutputStream());
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return identifier;
    }

    @Override
    public OutputStream getOutputStream() {
      return message;
    }

    @Override
    public byte[] getSignature() {
      try {
        Signature signature = Signature.getInstance(algorithm, TestAuthority.BC);
        signature.initSign(key);
        signature.update(message.toByteArray());
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }
}
