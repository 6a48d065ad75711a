package org.safehand.systemtests.identity;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.safehand.launcher.Platform;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.pki.AuthorityFiles;
import org.safehand.launcher.pki.Purpose;
import org.safehand.systemtests.gateway.RunningGateway;

/** What one of the development authorities would certify, and what it should not. */
final class Issued {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Issued() {}

  /** A key with a certificate like that of an agency's machine, in force for an hour. */
  static Identity machine() throws Exception {
    return by(Purpose.AGENCY, KeyPurposeId.id_kp_clientAuth, Instant.now().plusSeconds(3600));
  }

  /** A key with a certificate of {@code authority} for {@code purpose}, for a day until then. */
  static Identity by(Purpose authority, KeyPurposeId purpose, Instant until) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair pair = generator.generateKeyPair();
    Identity issuer = authority(authority);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded()),
            new BigInteger(120, RANDOM).setBit(119),
            Date.from(until.minus(Duration.ofDays(1))),
            Date.from(until),
            new X500Name("CN=AG-N-001 Machine,O=Example Police North"),
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    return new Identity(
        pair.getPrivate(),
        List.of(
            new JcaX509CertificateConverter()
                .getCertificate(
                    builder.build(
                        new JcaContentSignerBuilder("SHA384withECDSA").build(issuer.key()))),
            issuer.certificate()));
  }

  private static Identity authority(Purpose purpose) throws Exception {
    Platform platform = RunningGateway.get().platform();
    return new AuthorityFiles(
            platform.folder().authorities(),
            platform.secrets().password(GatewayEnvironment.PKI_PASSWORD))
        .authority(purpose.fileName());
  }
}
