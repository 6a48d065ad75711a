package org.safehand.agency.receipt;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs receipts with the agency's key: CMS SignedData (RFC 5652) with the statement inside. */
public final class ReceiptSigner {
  private final String agency;
  private final PrivateKey key;
  private final X509Certificate certificate;
  private final Provider provider = new BouncyCastleProvider();

  /**
   * @param agency the id under which hotlines know this agency, as {@code AG-N-001}
   * @param certificate the one that hotlines pin
   */
  public ReceiptSigner(String agency, PrivateKey key, X509Certificate certificate) {
    this.agency = requireNonNull(agency, "agency is null");
    this.key = requireNonNull(key, "key is null");
    this.certificate = requireNonNull(certificate, "certificate is null");
  }

  public String agency() {
    return agency;
  }

  public SignedReceipt sign(ReceiptStatement statement) throws IOException {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder().setProvider(provider).build())
              .build(signer(), certificate));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      byte[] signed =
          generator
              .generate(new CMSProcessableByteArray(statement.toJson()), true)
              .toASN1Structure()
              .getEncoded(ASN1Encoding.DER);
      return SignedReceipt.ofBytes(signed);
    } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
      throw new IOException("the receipt could not be signed", e);
    }
  }

  private ContentSigner signer() throws OperatorCreationException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSAandMGF1";
          default -> throw new OperatorCreationException("no signature for " + key.getAlgorithm());
        };
    return new JcaContentSignerBuilder(algorithm).setProvider(provider).build(key);
  }
}
