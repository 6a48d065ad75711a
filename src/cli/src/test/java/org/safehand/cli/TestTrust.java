package org.safehand.cli;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Path;
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
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.custody.trust.TsaTrust;

/** Trust folders that are complete, and trust nobody but a log. */
public final class TestTrust {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

  private TestTrust() {}

  /** Writes the folder {@code trust}, whose log is {@code origin} with {@code key}. */
  public static void write(Path trust, String origin, VerifierKey key) throws Exception {
    List<X509Certificate> ca = List.of(certificate());
    new TrustFolderWriter(trust)
        .write(
            new Trust(
                new LogTrust(origin, List.of(key), List.of(), 0),
                List.of(new SealerTrust("nobody", Digest.of(), START, END)),
                ca,
                ca,
                List.of(new TsaTrust(Digest.of(), Set.of("1.2.3")))));
  }

  private static X509Certificate certificate() throws Exception {
    KeyPair key = KeyPairGenerator.getInstance("EC").generateKeyPair();
    X500Name name = new X500Name("CN=Nobody");
    byte[] der =
        new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(START), Date.from(END), name, key.getPublic())
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
            .getEncoded();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
