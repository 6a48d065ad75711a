package org.safehand.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.custody.trust.TsaTrust;

class VerifyLogCommandTest {
  private static final String ORIGIN = "example.org/log";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

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

  private static CommandRun run(Path folder, Object... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("verify", "log", folder), Stream.of(more)).toArray());
  }

  @Test
  void goodLog_exit0() {
    CommandRun run = run(log, "--trust", trust);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).containsPattern("entries +0").containsPattern("origin +" + ORIGIN);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void goodLog_asJson_saysVerified() {
    CommandRun run = run(log, "--trust", trust, "--output", "json");
    assertThat(run.out()).contains("\"verified\":true").contains("\"entries\":0");
  }

  @Test
  void refusedLog_exit1AndPlace() throws IOException {
    Files.createFile(log.resolve("extra"));
    CommandRun run = run(log, "--trust", trust);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("log-file-unexpected: extra: ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void wrongUse_exit2() {
    assertThat(run(log).exit()).isEqualTo(2);
    assertThat(run(log.resolve("none"), "--trust", trust).exit()).isEqualTo(2);
  }

  @Test
  void incompleteTrust_exit3() throws IOException {
    Files.delete(trust.resolve("tsa-ca.pem"));
    CommandRun run = run(log, "--trust", trust);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("trust-incomplete: tsa-ca.pem: ");
    assertThat(run(log, "--trust", trust.resolve("none")).exit()).isEqualTo(3);
  }
}
