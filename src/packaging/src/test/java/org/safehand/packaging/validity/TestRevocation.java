package org.safehand.packaging.validity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.seal.ValidationMaterial.Responders;

/**
 * What an issuer says about revocation: lists, and responses by a responder that it appointed; and
 * the same with one thing wrong.
 */
public final class TestRevocation {
  public static final CertificateStatus GOOD = CertificateStatus.GOOD;
  public static final CertificateStatus UNKNOWN = new UnknownStatus();

  private final TestAuthority issuer;
  private final KeyPair keys;
  private final X509Certificate responder;

  private TestRevocation(TestAuthority issuer, KeyPair keys, X509Certificate responder) {
    this.issuer = issuer;
    this.keys = keys;
    this.responder = responder;
  }

  /** A responder as it must be. */
  public static TestRevocation of(TestAuthority issuer) {
    return of(issuer, KeyPurposeId.id_kp_OCSPSigning, true);
  }

  /** A responder certified for {@code purpose}, exempted from revocation or not. */
  public static TestRevocation of(TestAuthority issuer, KeyPurposeId purpose, boolean exempted) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      Instant now = Instant.now();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded()),
              BigInteger.valueOf(now.toEpochMilli()),
              Date.from(now.minus(Duration.ofDays(1))),
              Date.from(now.plus(Duration.ofDays(1))),
              new X500Name("CN=Test Responder,O=Example"),
              keys.getPublic());
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      if (exempted) {
        builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
      }
      return new TestRevocation(
          issuer,
          keys,
          new JcaX509CertificateConverter()
              .getCertificate(builder.build(signer(issuer.keys(), "SHA384withECDSA"))));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  public static CertificateStatus revoked(Instant since) {
    return new RevokedStatus(Date.from(since), CRLReason.keyCompromise);
  }

  /** A response that holds from an hour ago for a day. */
  public byte[] response(X509Certificate subject, CertificateStatus status) {
    Instant now = Instant.now();
    return response(
        subject, status, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), null);
  }

  /** A response that holds from {@code from} to {@code to}, if that is said. */
  public byte[] response(
      X509Certificate subject,
      CertificateStatus status,
      Instant from,
      @Nullable Instant to,
      @Nullable Extension nonce) {
    try {
      DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
      BasicOCSPRespBuilder builder =
          new BasicOCSPRespBuilder(
              new RespID(X500Name.getInstance(responder.getSubjectX500Principal().getEncoded())));
      builder.addResponse(
          new CertificateID(
              digests.get(CertificateID.HASH_SHA1),
              new JcaX509CertificateHolder(issuer.certificate()),
              subject.getSerialNumber()),
          status,
          Date.from(from),
          to == null ? null : Date.from(to),
          null);
      if (nonce != null) {
        builder.setResponseExtensions(new Extensions(nonce));
      }
      X509CertificateHolder[] chain = {new JcaX509CertificateHolder(responder)};
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              builder.build(signer(keys, "SHA256withECDSA"), chain, Date.from(Instant.now())))
          .getEncoded();
    } catch (GeneralSecurityException | IOException | OperatorCreationException | OCSPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers {@code request} about {@code subject}, with the nonce that was sent. */
  public byte[] answer(byte[] request, X509Certificate subject, CertificateStatus status) {
    try {
      Instant now = Instant.now();
      return response(
          subject,
          status,
          now,
          now.plus(Duration.ofHours(1)),
          new OCSPReq(request).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A list of {@code issuer} that holds from {@code from} to {@code to}. */
  public static X509CRL list(
      TestAuthority issuer, Instant from, Instant to, TestAuthority revoked, Instant since) {
    return list(issuer, from, to, revoked, since, null);
  }

  /** The same with one more, critical extension. */
  public static X509CRL list(
      TestAuthority issuer,
      Instant from,
      Instant to,
      TestAuthority revoked,
      Instant since,
      @Nullable Extension critical) {
    try {
      JcaX509v2CRLBuilder builder =
          new JcaX509v2CRLBuilder(issuer.certificate().getSubjectX500Principal(), Date.from(from));
      builder.setNextUpdate(Date.from(to));
      builder.addCRLEntry(
          revoked.certificate().getSerialNumber(), Date.from(since), CRLReason.keyCompromise);
      builder.addExtension(
          Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(from.toEpochMilli())));
      if (critical != null) {
        builder.addExtension(critical);
      }
      return new JcaX509CRLConverter()
          .getCRL(builder.build(signer(issuer.keys(), "SHA384withECDSA")));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Responders of {@code issuers} that say {@code status} of everything. */
  public static Responders responders(CertificateStatus status, TestAuthority... issuers) {
    return responders((issuer, certificate) -> of(issuer).response(certificate, status), issuers);
  }

  /** Responders of {@code issuers} that answer with {@code answers}. */
  public static Responders responders(
      BiFunction<TestAuthority, X509Certificate, byte[]> answers, TestAuthority... issuers) {
    return new Responders() {
      @Override
      public boolean has(X509Certificate issuer) {
        return Stream.of(issuers).anyMatch(it -> it.certificate().equals(issuer));
      }

      @Override
      public Optional<OcspResponse> ask(X509Certificate certificate, X509Certificate issuer) {
        TestAuthority asked =
            Stream.of(issuers)
                .filter(it -> it.certificate().equals(issuer))
                .findFirst()
                .orElseThrow();
        try {
          return Optional.of(OcspResponse.read(answers.apply(asked, certificate)));
        } catch (CertificateException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private static ContentSigner signer(KeyPair keys, String algorithm)
      throws OperatorCreationException {
    return new JcaContentSignerBuilder(algorithm)
        .setProvider(TestAuthority.BC)
        .build(keys.getPrivate());
  }
}
