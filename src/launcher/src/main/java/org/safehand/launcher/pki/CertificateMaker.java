package org.safehand.launcher.pki;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates with the extensions of RFC 5280 that their verifiers look at. */
final class CertificateMaker {
  static final String SIGNATURE = "SHA384withECDSA";

  private final BouncyCastleProvider provider;
  private final SecureRandom random;
  private final Clock clock;

  CertificateMaker(BouncyCastleProvider provider, SecureRandom random, Clock clock) {
    this.provider = requireNonNull(provider, "provider is null");
    this.random = requireNonNull(random, "random is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** What all certificates have in common. */
  record Request(X500Name subject, PublicKey key, Duration life) {}

  /** Who signs. */
  record Issuer(X500Name name, PublicKey publicKey, PrivateKey key, String crlAddress) {}

  X509Certificate root(Request request, PrivateKey key)
      throws GeneralSecurityException, IOException {
    Issuer self = new Issuer(request.subject(), request.key(), key, "");
    X509v3CertificateBuilder builder = start(request, self);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(Extension.keyUsage, true, authorityUsage());
    return sign(builder, self);
  }

  X509Certificate intermediate(Request request, Issuer issuer)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder = start(request, issuer);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(Extension.keyUsage, true, authorityUsage());
    return sign(builder, issuer);
  }

  X509Certificate leaf(Request request, Issuer issuer, Profile profile)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder = start(request, issuer);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(profile.keyUsage()));
    if (!profile.purposes().isEmpty()) {
      ExtendedKeyUsage usage =
          new ExtendedKeyUsage(profile.purposes().toArray(KeyPurposeId[]::new));
      builder.addExtension(Extension.extendedKeyUsage, profile == Profile.TIME_STAMP, usage);
    }
    if (profile == Profile.OCSP) {
      builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    }
    if (profile.local()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
              }));
    }
    return sign(builder, issuer);
  }

  private X509v3CertificateBuilder start(Request request, Issuer issuer)
      throws GeneralSecurityException, IOException {
    Instant from = clock.instant().minus(Duration.ofMinutes(5));
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer.name(),
            new BigInteger(126, random).setBit(125),
            Date.from(from),
            Date.from(from.plus(request.life())),
            request.subject(),
            request.key());
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(request.key()));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        extensions.createAuthorityKeyIdentifier(issuer.publicKey()));
    if (!issuer.crlAddress().isEmpty()) {
      builder.addExtension(
          Extension.cRLDistributionPoints, false, distributionPoint(issuer.crlAddress()));
    }
    return builder;
  }

  private X509Certificate sign(X509v3CertificateBuilder builder, Issuer issuer)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder(SIGNATURE)
                      .setProvider(provider)
                      .build(issuer.key())));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static KeyUsage authorityUsage() {
    return new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  private static CRLDistPoint distributionPoint(String address) {
    GeneralName name = new GeneralName(GeneralName.uniformResourceIdentifier, address);
    DistributionPointName point = new DistributionPointName(new GeneralNames(name));
    return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(point, null, null)});
  }
}
