package org.safehand.referral.pki;

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
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.referral.fault.TimeStampUnavailableException;
import org.safehand.referral.port.TimeStampAuthority;

/** A real time-stamp authority in this process; it can be switched off. */
public final class TestTsa implements TimeStampAuthority {
  public static final String POLICY = "1.3.6.1.4.1.99999.1";

  private final TestAuthority authority;
  private final AtomicLong serial = new AtomicLong(1);
  private volatile boolean down;

  public TestTsa(TestAuthority authority) {
    this.authority = authority;
  }

  public void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public TimeStampToken stamp(Digest digest) throws TimeStampUnavailableException {
    if (down) {
      throw new TimeStampUnavailableException("planted: the authority is down");
    }
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
      TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
      requests.setCertReq(true);
      TimeStampRequest request = requests.generate(TSPAlgorithms.SHA256, digest.bytes());
      return TimeStampToken.parse(
          generator
              .generate(
                  request, BigInteger.valueOf(serial.getAndIncrement()), Date.from(Instant.now()))
              .toCMSSignedData()
              .toASN1Structure()
              .getEncoded("DER"));
    } catch (OperatorCreationException
        | CertificateEncodingException
        | TSPException
        | IOException
        | TimeStampException e) {
      throw new IllegalStateException(e);
    }
  }
}
