package org.safehand.packaging.sample;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;

/** A real time-stamp authority in this process. */
public final class TestTsa {
  public static final String POLICY = "1.3.6.1.4.1.99999.1";

  private final TestAuthority authority;
  private final AtomicLong serial = new AtomicLong(1);

  public TestTsa(TestAuthority authority) {
    this.authority = authority;
  }

  /** A token over {@code digest}, as of now. */
  public TimeStampToken stamp(Digest digest) {
    return stamp(Imprint.of(digest), Instant.now());
  }

  /** A token over {@code imprint} that says {@code time}. */
  public TimeStampToken stamp(Imprint imprint, Instant time) {
    try {
      TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
      requests.setCertReq(true);
      TimeStampRequest request =
          requests.generate(new ASN1ObjectIdentifier(imprint.algorithm().oid()), imprint.value());
      return TimeStampToken.parse(
          tokens()
              .generate(request, BigInteger.valueOf(serial.getAndIncrement()), Date.from(time))
              .toCMSSignedData()
              .toASN1Structure()
              .getEncoded("DER"));
    } catch (TSPException | IOException | TimeStampException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer to the encoded question {@code query}, as of now. */
  public byte[] answer(byte[] query) {
    try {
      return new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED)
          .generate(
              new TimeStampRequest(query),
              BigInteger.valueOf(serial.getAndIncrement()),
              Date.from(Instant.now()))
          .getEncoded();
    } catch (TSPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private TimeStampTokenGenerator tokens() {
    try {
      TimeStampTokenGenerator generator =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .setProvider(TestAuthority.BC)
                  .build("SHA384withECDSA", authority.keys().getPrivate(), authority.certificate()),
              new JcaDigestCalculatorProviderBuilder()
                  .setProvider(TestAuthority.BC)
                  .build()
                  .get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
              new ASN1ObjectIdentifier(POLICY));
      generator.addCertificates(new JcaCertStore(List.of(authority.certificate())));
      return generator;
    } catch (OperatorCreationException | CertificateEncodingException | TSPException e) {
      throw new IllegalStateException(e);
    }
  }
}
