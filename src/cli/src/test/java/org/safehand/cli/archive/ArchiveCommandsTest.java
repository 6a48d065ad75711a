package org.safehand.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;

/** Archives packages with a real authority over HTTP on loopback. */
class ArchiveCommandsTest {
  private static final String REPLY = "application/timestamp-reply";

  private final SampleHotline hotline = new SampleHotline();
  private final Path folder;
  private final Path trust;
  private final Path lists;
  private final Path first;
  private final Path second;
  private final Path out;
  private HttpServer server;

  ArchiveCommandsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    trust = folder.resolve("trust");
    new TrustFolderWriter(trust).write(hotline.trust());
    lists = Files.createDirectory(folder.resolve("lists"));
    Files.write(lists.resolve("root.crl"), TestPki.ROOT.revocations().getEncoded());
    Files.write(lists.resolve("tsa.crl"), TestPki.TSA_CA.revocations().getEncoded());
    first = pack("first.asice", new byte[] {1});
    second = pack("second.asice", new byte[100_000]);
    out = folder.resolve("archive");
  }

  private Path pack(String name, byte[] exhibit) throws IOException {
    return Files.write(folder.resolve(name), hotline.pack(TestPki.AGENCY_P256, exhibit).bytes());
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/tsa", new TestTsa(TestPki.TSA), REPLY);
    serve("/other", new TestTsa(TestPki.OTHER_TSA), REPLY);
    serve("/page", new TestTsa(TestPki.TSA), "text/html");
    server.createContext(
        "/replay",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", REPLY);
          exchange.sendResponseHeaders(200, replayed.length);
          exchange.getResponseBody().write(replayed);
          exchange.close();
        });
    server.start();
  }

  private byte[] replayed = new byte[0];

  private void serve(String path, TestTsa tsa, String type) {
    server.createContext(
        path,
        exchange -> {
          byte[] answer = tsa.answer(exchange.getRequestBody().readAllBytes());
          replayed = answer;
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private CommandRun archive(String command, String tsa, Path target, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("archive", command));
    Collections.addAll(arguments, more);
    arguments.addAll(
        List.of(
            "--tsa",
            "http://localhost:" + server.getAddress().getPort() + tsa,
            "--trust",
            trust,
            "--crl",
            lists,
            "--out",
            target));
    return CommandRun.of(arguments.toArray());
  }

  private CommandRun verify(Path file) {
    return CommandRun.of("verify", "package", file, "--trust", trust, "--output", "json");
  }

  @Test
  void add_twoPackages_writesBothAndLeavesTheGivenOnes() throws Exception {
    byte[] before = Files.readAllBytes(first);

    CommandRun run = archive("add", "/tsa", out, first, second);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains(first.toString(), second.toString(), "CN=Test TSA");
    assertThat(run.err()).contains("write " + first, "write " + second);
    assertThat(first).hasBinaryContent(before);
    assertThat(verify(first).out()).doesNotContain("archived");
    for (String name : List.of("first.asice", "second.asice")) {
      CommandRun verified = verify(out.resolve(name));
      assertThat(verified.exit()).as(verified.toString()).isZero();
      assertThat(verified.out())
          .contains("\"archivedBy\":\"O=Example,CN=Test TSA\"", "\"archiveRenewals\":0")
          .contains("\"hash\":\"sha-256\"", "evidence record");
    }
    try (var left = Files.list(out)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("first.asice", "second.asice");
    }
  }

  @Test
  void renew_timeStampAndThenHash_isTold() throws Exception {
    archive("add", "/tsa", out, first);
    Path renewed = folder.resolve("renewed");
    Path rehashed = folder.resolve("rehashed");

    CommandRun run = archive("renew", "/tsa", renewed, out.resolve("first.asice"));
    CommandRun hashed =
        archive("renew", "/tsa", rehashed, renewed.resolve("first.asice"), "--hash", "sha512");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(hashed.exit()).as(hashed.toString()).isZero();
    assertThat(hashed.err()).contains("hash with SHA-512");
    assertThat(verify(rehashed.resolve("first.asice")).out())
        .contains("\"archiveRenewals\":2", "\"hash\":\"sha-512\"");
  }

  @Test
  void open_archived_saysSo() throws Exception {
    archive("add", "/tsa", out, first);

    CommandRun run =
        CommandRun.of(
            "open",
            out.resolve("first.asice"),
            "--key",
            pem("key.pem", "PRIVATE KEY", TestPki.AGENCY_P256.keys().getPrivate().getEncoded()),
            "--cert",
            pem("cert.pem", "CERTIFICATE", TestPki.AGENCY_P256.certificate().getEncoded()),
            "--trust",
            trust,
            "--out",
            folder.resolve("opened"));

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("archivedBy", "archiveTimeStamps.1.time");
  }

  private Path pem(String name, String label, byte[] der) throws IOException {
    return Files.writeString(folder.resolve(name), PemText.encode(label, der));
  }

  @Test
  void add_toAnArchivedOneOrRenew_ofOneThatIsNot_isConflict() {
    archive("add", "/tsa", out, first);

    CommandRun again = archive("add", "/tsa", folder.resolve("again"), out.resolve("first.asice"));
    CommandRun renew = archive("renew", "/tsa", folder.resolve("again"), second);

    assertThat(again.exit()).isEqualTo(7);
    assertThat(again.err()).contains("archived-already: safehand archive: ");
    assertThat(renew.exit()).isEqualTo(7);
    assertThat(renew.err()).contains("not-archived: safehand archive: ");
    assertThat(folder.resolve("again")).doesNotExist();
  }

  @Test
  void add_whereTheOutputIs_isLocalIo() throws Exception {
    CommandRun run = archive("add", "/tsa", folder, first);

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("output-exists: " + first);
  }

  @Test
  void add_twoOfOneName_isUsage() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other")).resolve("first.asice");
    Files.copy(first, other);

    CommandRun run = archive("add", "/tsa", out, first, other);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("usage: " + other);
  }

  @Test
  void add_changedPackage_isRefusedByName() throws Exception {
    byte[] changed = Files.readAllBytes(second);
    changed[changed.length / 2] ^= 1;
    Files.write(second, changed);

    CommandRun run = archive("add", "/tsa", out, first, second);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("entry-digest-mismatch: " + second + ": ");
    assertThat(out).doesNotExist();
  }

  @Test
  void add_byAnAuthorityThatIsNotTrusted_isNetwork() {
    CommandRun run = archive("add", "/other", out, first);

    assertThat(run.exit()).isEqualTo(8);
    assertThat(run.err()).contains("archive-token-unfit: ").contains("time-stamp-authority");
    assertThat(out).doesNotExist();
  }

  @Test
  void add_answerToAnotherQuestion_isNetwork() {
    archive("add", "/tsa", out, second);

    CommandRun run = archive("add", "/replay", out, first);

    assertThat(run.exit()).isEqualTo(8);
    assertThat(run.err()).contains("time-stamp-answer: POST http://localhost:");
  }

  @Test
  void add_whatIsNoAuthority_isNetwork() {
    CommandRun page = archive("add", "/page", out, first);
    CommandRun nothing = archive("add", "/absent", out, first);

    assertThat(page.exit()).isEqualTo(8);
    assertThat(page.err()).contains("answer-malformed: ");
    assertThat(nothing.exit()).isEqualTo(8);
    assertThat(nothing.err()).contains("answer-malformed: ").contains("status 404");
  }

  @Test
  void add_withoutTheListOfAnIssuer_isUsage() throws Exception {
    Files.delete(lists.resolve("tsa.crl"));

    CommandRun run = archive("add", "/tsa", out, first);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("revocation-list-missing: ").contains("CN=Test TSA CA");
  }

  @Test
  void add_listThatIsNone_isUsage() throws Exception {
    Files.writeString(lists.resolve("tsa.crl"), "not a list");

    CommandRun run = archive("add", "/tsa", out, first);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("crl-malformed: " + lists.resolve("tsa.crl"));
  }

  @Test
  void add_packageThatIsNotThere_isLocalIo() {
    CommandRun run = archive("add", "/tsa", out, folder.resolve("absent"));

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("file-unreadable: " + folder.resolve("absent"));
  }
}
