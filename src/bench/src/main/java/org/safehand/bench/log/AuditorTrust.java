package org.safehand.bench.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
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
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TsaTrust;

/** Trust in one log key. The other parts must be there and are asked for nothing here. */
public final class AuditorTrust {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

  private AuditorTrust() {}

  /** Trust in {@code key} alone, without witnesses. */
  public static Trust in(LogKey key) throws GeneralSecurityException, IOException {
    List<X509Certificate> any = List.of(certificate());
    return new Trust(
        new LogTrust(key.name(), List.of(key.verifierKey()), List.of(), 0),
        List.of(new SealerTrust("nobody", Digest.of(), START, END)),
        any,
        any,
        List.of(new TsaTrust(Digest.of(), Set.of("1.2.3"))));
  }

  private static X509Certificate certificate() throws GeneralSecurityException, IOException {
    KeyPair key = KeyPairGenerator.getInstance("EC").generateKeyPair();
    X500Name name = new X500Name("CN=Nobody");
    try {
      byte[] der =
          new JcaX509v3CertificateBuilder(
                  name, BigInteger.ONE, Date.from(START), Date.from(END), name, key.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
              .getEncoded();
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
