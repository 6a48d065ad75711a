package org.safehand.packaging.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCRLStore;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.safehand.custody.digest.Digest;

/** A complete seal by a library's own generator, not by our writer, with any algorithm. */
public final class ForeignSeal {
  private static final TestTsa TSA = new TestTsa(TestPki.TSA);

  private ForeignSeal() {}

  /** The seal of {@code sealer} over {@code content}; {@code algorithm} as the library names it. */
  public static byte[] of(TestAuthority sealer, byte[] content, String algorithm) {
    try {
      return of(
          sealer,
          content,
          new JcaContentSignerBuilder(algorithm)
              .setProvider(TestAuthority.BC)
              .build(sealer.keys().getPrivate()));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same by RSASSA-PSS with {@code parameters}, signed and written down by the platform. */
  public static byte[] of(TestAuthority sealer, byte[] content, PSSParameterSpec parameters) {
    return of(sealer, content, new PssSigner(sealer.keys().getPrivate(), parameters));
  }

  private static byte[] of(TestAuthority sealer, byte[] content, ContentSigner signer) {
    try {
      return stamped(signed(sealer, content, signer));
    } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs with any parameters, also with those for which the library has no name. */
  private record PssSigner(PrivateKey key, PSSParameterSpec parameters, ByteArrayOutputStream out)
      implements ContentSigner {
    PssSigner(PrivateKey key, PSSParameterSpec parameters) {
      this(key, parameters, new ByteArrayOutputStream());
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      try {
        AlgorithmParameters encoded = AlgorithmParameters.getInstance("RSASSA-PSS");
        encoded.init(parameters);
        return new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_RSASSA_PSS, ASN1Primitive.fromByteArray(encoded.getEncoded()));
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public OutputStream getOutputStream() {
      return out;
    }

    @Override
    public byte[] getSignature() {
      try {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(parameters);
        signature.initSign(key);
        signature.update(out.toByteArray());
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static CMSSignedData signed(TestAuthority sealer, byte[] content, ContentSigner signer)
      throws GeneralSecurityException, OperatorCreationException, CMSException {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(certificateId(sealer)))));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(TestAuthority.BC).build())
            .setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
            .build(signer, sealer.certificate()));
    generator.addCertificates(
        new JcaCertStore(
            List.of(
                sealer.certificate(),
                TestPki.SEAL_CA.certificate(),
                TestPki.TSA.certificate(),
                TestPki.TSA_CA.certificate(),
                TestPki.ROOT.certificate())));
    generator.addCRLs(
        new JcaCRLStore(
            List.of(
                TestPki.ROOT.revocations(),
                TestPki.SEAL_CA.revocations(),
                TestPki.TSA_CA.revocations())));
    return generator.generate(new CMSProcessableByteArray(content), false);
  }

  private static ESSCertIDv2 certificateId(TestAuthority sealer) {
    X500Name issuer =
        X500Name.getInstance(sealer.certificate().getIssuerX500Principal().getEncoded());
    return new ESSCertIDv2(
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
        sealer.fingerprint().bytes(),
        new IssuerSerial(
            new GeneralNames(new GeneralName(issuer)), sealer.certificate().getSerialNumber()));
  }

  private static byte[] stamped(CMSSignedData data) throws IOException {
    SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
    byte[] token = TSA.stamp(Digest.of(signer.getSignature())).bytes();
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
            new DERSet(ASN1Primitive.fromByteArray(token))));
    return CMSSignedData.replaceSigners(
            data,
            new SignerInformationStore(
                SignerInformation.replaceUnsignedAttributes(
                    signer, new AttributeTable(attributes))))
        .toASN1Structure()
        .getEncoded("DER");
  }
}
