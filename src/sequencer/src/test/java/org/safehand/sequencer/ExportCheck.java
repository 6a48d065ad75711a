package org.safehand.sequencer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;

/** Verifies an export as an auditor does, with trust in one log key. */
final class ExportCheck {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

  private ExportCheck() {}

  static VerifiedLog verify(Path folder, LogKey logKey) throws LogException, IOException {
    LogTrust log = new LogTrust(logKey.name(), List.of(logKey.verifierKey()), List.of(), 0);
    List<X509Certificate> any = List.of(certificate());
    return LogVerifier.verify(
        folder,
        new Trust(
            log,
            List.of(new SealerTrust("nobody", Digest.of(), START, END)),
            any,
            any,
            List.of(new TsaTrust(Digest.of(), Set.of("1.2.3")))));
  }

  private static X509Certificate certificate() {
    try {
      KeyPair key = KeyPairGenerator.getInstance("EC").generateKeyPair();
      X500Name name = new X500Name("CN=Nobody");
      byte[] der =
          new JcaX509v3CertificateBuilder(
                  name, BigInteger.ONE, Date.from(START), Date.from(END), name, key.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
              .getEncoded();
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }
}
