package org.safehand.referral.pki;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.referral.act.SealedBytes;

/** Receipts as an agency signs them. */
public final class TestReceipts {
  private TestReceipts() {}

  /** {@code statement} in canonical form, signed by {@code signer}. */
  public static SealedBytes sign(TestAuthority signer, JsonObject statement) {
    return sign(signer, Jcs.write(statement));
  }

  /** {@code content}, whatever it is, signed by {@code signer}. */
  public static SealedBytes sign(TestAuthority signer, byte[] content) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setProvider(TestAuthority.BC)
              .build("SHA384withECDSA", signer.keys().getPrivate(), signer.certificate()));
      generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
      return SealedBytes.of(
          generator
              .generate(new CMSProcessableByteArray(content), true)
              .toASN1Structure()
              .getEncoded("DER"));
    } catch (CMSException
        | IOException
        | CertificateEncodingException
        | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
