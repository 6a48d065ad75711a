package org.safehand.exchange.stamp;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;

/** A time-stamping authority that answers requests, and the trust in it. */
final class TestTsa {
  private static final String POLICY = "1.3.6.1.4.1.99999.1";

  private final KeyPair rootKey = key();
  private final KeyPair key = key();
  private final X509Certificate root = certificate("CN=TSA root", rootKey, true);
  private final X509Certificate signer = certificate("CN=TSA", key, false);

  byte[] answer(byte[] request) {
    try {
      return generator()
          .generate(new TimeStampRequest(request), BigInteger.TEN, Date.from(Instant.now()))
          .getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] refusal() {
    try {
      return generator().generateFailResponse(2, 1 << 25, "out of service").getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Trust trust() throws Exception {
    LogKey log = LogKey.generate("log.example", new SecureRandom());
    Instant start = Instant.parse("2020-01-01T00:00:00Z");
    return new Trust(
        new LogTrust(log.name(), List.of(log.verifierKey()), List.of(), 0),
        List.of(
            new SealerTrust("hotline", Digest.of(), start, Instant.parse("2120-01-01T00:00:00Z"))),
        List.of(root),
        List.of(root),
        List.of(new TsaTrust(Digest.of(signer.getEncoded()), Set.of(POLICY))));
  }

  private TimeStampResponseGenerator generator() throws Exception {
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA256withECDSA", key.getPrivate(), signer),
            new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
            new ASN1ObjectIdentifier(POLICY));
    tokens.addCertificates(new JcaCertStore(List.of(signer)));
    return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
  }

  private X509Certificate certificate(String subject, KeyPair of, boolean authority) {
    try {
      Instant now = Instant.now();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=TSA root"),
              new BigInteger(64, new SecureRandom()),
              Date.from(now.minusSeconds(3600)),
              Date.from(now.plusSeconds(3600)),
              new X500Name(subject),
              of.getPublic());
      if (authority) {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      } else {
        builder.addExtension(
            Extension.extendedKeyUsage,
            true,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
