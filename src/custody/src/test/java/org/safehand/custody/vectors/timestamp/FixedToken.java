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
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.safehand.custody.digest.Digest;

/** RFC 3161 tokens that are the same bytes in every run. */
final class FixedToken {
  private FixedToken() {}

  /** A token over {@code digest} that says {@code time}, with the certificate of its signer. */
  @SuppressWarnings("JavaUtilDate") // the library's signatures
  static byte[] over(Digest digest, Instant time, String policy, FixedAuthority authority) {
    try {
      DigestCalculatorProvider digests = new BcDigestCalculatorProvider();
      Attribute signingTime =
          new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time))));
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new SignerInfoGeneratorBuilder(digests)
                  .setSignedAttributeGenerator(
                      new DefaultSignedAttributeTableGenerator(
                          new AttributeTable(new DERSet(signingTime))))
                  .build(authority.signer(), authority.holder()),
              digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              new ASN1ObjectIdentifier(policy));
      tokens.addCertificates(new CollectionStore<>(List.of(authority.holder())));
      TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
      requests.setCertReq(true);
      TimeStampRequest request = requests.generate(TSPAlgorithms.SHA256, digest.bytes());
      return tokens
          .generate(request, BigInteger.TEN, Date.from(time))
          .toCMSSignedData()
          .getEncoded("DER");
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
