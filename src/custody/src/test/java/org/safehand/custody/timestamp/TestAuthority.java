package org.safehand.custody.timestamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
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
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;

/** A time-stamping authority of tests: root, intermediate and a certificate, all on P-256. */
public final class TestAuthority {
  public static final String POLICY = "1.3.6.1.4.1.99999.1";

  private static final BouncyCastleProvider BC = new BouncyCastleProvider();
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

  private final KeyPair key = newKey();
  private final X509Certificate root;
  private final X509Certificate intermediate;
  private final X509Certificate certificate;

  public TestAuthority() {
    this(true, KeyPurposeId.id_kp_timeStamping);
  }

  TestAuthority(boolean critical, KeyPurposeId... purposes) {
    KeyPair rootKey = newKey();
    KeyPair intermediateKey = newKey();
    root = certificate("CN=Root", rootKey, "CN=Root", rootKey, null);
    intermediate = certificate("CN=TSA CA", intermediateKey, "CN=Root", rootKey, null);
    certificate =
        certificate(
            "CN=TSA",
            key,
            "CN=TSA CA",
            intermediateKey,
            builder ->
                builder.addExtension(
                    Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes)));
  }

  public X509Certificate root() {
    return root;
  }

  public X509Certificate intermediate() {
    return intermediate;
  }

  X509Certificate certificate() {
    return certificate;
  }

  public Digest certificateSha256() {
    try {
      return Digest.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  /** A token over {@code digest} that says {@code time}. */
  public byte[] stamp(Digest digest, Instant time) {
    return stamp(digest, time, POLICY, key);
  }

  /** A token as the authority would not make it. */
  byte[] stamp(Digest digest, Instant time, String policy, KeyPair signer) {
    TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
    requests.setCertReq(true);
    try {
      TimeStampRequest request = requests.generate(TSPAlgorithms.SHA256, digest.bytes());
      return new TimeStampResponse(answer(request, time, policy, signer))
          .getTimeStampToken()
          .getEncoded("DER");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The answer to {@code query} that says {@code time}. */
  byte[] answer(TimeStampQuery query, Instant time) {
    try {
      return answer(new TimeStampRequest(query.bytes()), time, POLICY, key);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] answer(TimeStampRequest request, Instant time, String policy, KeyPair signer) {
    try {
      var digests = new JcaDigestCalculatorProviderBuilder().setProvider(BC).build();
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .setProvider(BC)
                  .build("SHA256withECDSA", signer.getPrivate(), certificate),
              digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              new ASN1ObjectIdentifier(policy));
      tokens.addCertificates(new JcaCertStore(List.of(certificate)));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
          .generate(request, BigInteger.TEN, Date.from(time))
          .getEncoded();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
      generator.initialize(new ECGenParameterSpec("P-256"), new SecureRandom());
      return generator.generateKeyPair();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private interface Extending {
    void extend(JcaX509v3CertificateBuilder builder) throws Exception;
  }

  private static X509Certificate certificate(
      String subject, KeyPair key, String issuer, KeyPair issuerKey, @Nullable Extending leaf) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(issuer),
              new BigInteger(64, new SecureRandom()),
              Date.from(START),
              Date.from(END),
              new X500Name(subject),
              key.getPublic());
      if (leaf == null) {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      } else {
        leaf.extend(builder);
      }
      byte[] der =
          builder
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .setProvider(BC)
                      .build(issuerKey.getPrivate()))
              .getEncoded();
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
