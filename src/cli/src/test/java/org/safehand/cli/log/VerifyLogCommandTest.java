package org.safehand.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.custody.trust.TsaTrust;
import picocli.CommandLine;

class VerifyLogCommandTest {
  private static final String ORIGIN = "example.org/log";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path log;
  private final Path trust;

  VerifyLogCommandTest(@TempDir Path temp) throws Exception {
    LogKey key = LogKey.generate(ORIGIN, new SecureRandom());
    log = Files.createDirectory(temp.resolve("log"));
    trust = temp.resolve("trust");
    Files.write(
        log.resolve("checkpoint"), key.sign(new Checkpoint(ORIGIN, 0, Digest.of())).bytes());
    List<X509Certificate> ca = List.of(certificate());
    new TrustFolderWriter(trust)
        .write(
            new Trust(
                new LogTrust(ORIGIN, List.of(key.verifierKey()), List.of(), 0),
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

  private int run(Path folder, String... more) {
    CommandLine command =
        new CommandLine(new VerifyLogCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] arguments = new String[1 + more.length];
    arguments[0] = folder.toString();
    System.arraycopy(more, 0, arguments, 1, more.length);
    return command.execute(arguments);
  }

  @Test
  void goodLog_exit0() {
    assertThat(run(log, "--trust", trust.toString())).isZero();
    assertThat(out.toString()).contains("verified 0 entries", "log      " + ORIGIN);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void refusedLog_exit1AndPlace() throws IOException {
    Files.createFile(log.resolve("extra"));
    assertThat(run(log, "--trust", trust.toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("log-file-unexpected: extra: ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void wrongUse_exit2() {
    assertThat(run(log)).isEqualTo(2);
    assertThat(run(log.resolve("none"), "--trust", trust.toString())).isEqualTo(2);
  }

  @Test
  void incompleteTrust_exit3() throws IOException {
    Files.delete(trust.resolve("tsa-ca.pem"));
    assertThat(run(log, "--trust", trust.toString())).isEqualTo(3);
    assertThat(err.toString()).startsWith("trust-incomplete: tsa-ca.pem: ");
    assertThat(run(log, "--trust", trust.resolve("none").toString())).isEqualTo(3);
  }
}
