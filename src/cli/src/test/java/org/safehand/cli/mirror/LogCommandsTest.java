package org.safehand.cli.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestLog;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestTrust;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.trust.TrustFolder;

/** checkpoint, verify, consistency and prove, over a server and over a folder. */
class LogCommandsTest {
  private static final int SIZE = 600;

  private final TestServer server = new TestServer();
  private final LogKey key = LogKey.generate(TestLog.ORIGIN, new SecureRandom());
  private final TestLog log = new TestLog(key, SIZE);
  private final Path folder;
  private final Path trust;
  private final Path out;

  LogCommandsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.trust = folder.resolve("trust");
    this.out = folder.resolve("out");
    TestTrust.write(trust, TestLog.ORIGIN, key.verifierKey());
    log.on(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CommandRun run(Object... words) {
    return CommandRun.of(
        Stream.of(Stream.of("log"), Stream.of(words), Stream.of("--trust", trust))
            .flatMap(all -> all)
            .toArray());
  }

  private CommandRun atServer(Object... words) throws IOException {
    return run(
        Stream.concat(
                Stream.of(words),
                Stream.of("--server", server.origin(), "--ca", server.pemFile(folder)))
            .toArray());
  }

  private Path keep(String name, TestLog kept) throws IOException {
    return Files.write(folder.resolve(name), kept.files().get("checkpoint"));
  }

  private static void assertRefused(CommandRun run, int exit, String start) {
    assertThat(run.exit()).as(run.toString()).isEqualTo(exit);
    assertThat(run.err()).startsWith(start).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  private static JsonObject json(CommandRun run) throws Exception {
    assertThat(run.exit()).as(run.toString()).isZero();
    return Jcs.readObject(run.out().strip().getBytes(UTF_8));
  }

  @Test
  void checkpoint_ofTheTrustedLog_isShownAndKept() throws Exception {
    JsonObject shown = json(atServer("checkpoint", "--out", out, "--output", "json"));
    assertThat(shown.integer("entries")).isEqualTo(SIZE);
    assertThat(shown.string("root")).isEqualTo(log.checkpoint().root().hex());
    JsonObject signer = shown.array("signers").objects().get(0);
    assertThat(signer.string("name")).isEqualTo(TestLog.ORIGIN);
    assertThat(signer.string("is")).isEqualTo("log");
    assertThat(Files.readAllBytes(out)).isEqualTo(log.files().get("checkpoint"));
    assertRefused(atServer("checkpoint", "--out", out), 9, "output-exists: ");
  }

  @Test
  void checkpoint_asTable_hasALineForEachValue() throws Exception {
    CommandRun run = run("checkpoint", "--from", log.write(folder.resolve("log")));
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out())
        .containsPattern("entries +600")
        .containsPattern("signers.1.algorithm +Ed25519");
  }

  @Test
  void checkpoint_ofAStranger_refusedAndNotKept() throws Exception {
    LogKey stranger = LogKey.generate(TestLog.ORIGIN, new SecureRandom());
    log.files().put("checkpoint", stranger.sign(log.checkpoint()).bytes());
    assertRefused(
        atServer("checkpoint", "--out", out), 1, "log-checkpoint-unknown-signer: checkpoint: ");
    assertThat(out).doesNotExist();
  }

  @Test
  void verify_server_checksEveryByte() throws Exception {
    CommandRun run = atServer("verify");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).containsPattern("files +8").containsPattern("verified +true");
    log.flip("tile/1/000.p/2", 40);
    assertRefused(atServer("verify"), 1, "log-tile-hash: tile/1/000.p/2 hash 1: ");
  }

  @Test
  void verify_folder_isTheSameAsVerifyLog() throws Exception {
    Path copy = log.write(folder.resolve("log"));
    CommandRun run = run("verify", copy);
    assertThat(run.out()).isEqualTo(CommandRun.of("verify", "log", copy, "--trust", trust).out());
    Files.write(copy.resolve("extra"), new byte[0]);
    assertRefused(run("verify", copy), 1, "log-file-unexpected: extra: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 300, 512, 599, 600})
  void consistency_fromAnyEarlierCheckpoint_isProved(int size) throws Exception {
    Path old = keep("old", new TestLog(key, size));
    JsonObject shown = json(atServer("consistency", old, "--output", "json"));
    assertThat(shown.bool("consistent")).isTrue();
    assertThat(shown.object("old").integer("entries")).isEqualTo(size);
    assertThat(shown.object("new").string("root")).isEqualTo(log.checkpoint().root().hex());
  }

  @Test
  void consistency_ofAFork_refusedNamingBothRoots() throws Exception {
    TestLog fork = new TestLog(key, 300, 299, 2027);
    CommandRun run = atServer("consistency", keep("old", fork));
    assertRefused(run, 1, "log-inconsistent: 300 entries: expected ");
    assertThat(run.err())
        .contains(fork.checkpoint().root().hex())
        .contains(log.checkpoint().root().hex())
        .contains(new TestLog(key, 300).checkpoint().root().hex());
  }

  @Test
  void consistency_ofTwoRootsOfOneSize_refusedWithoutTiles() throws Exception {
    TestLog fork = new TestLog(key, SIZE, 5, 2027);
    CommandRun run = run("consistency", keep("old", fork), keep("new", log));
    assertRefused(run, 1, "log-inconsistent: 600 entries: ");
    assertThat(run.err())
        .contains(fork.checkpoint().root().hex())
        .contains(log.checkpoint().root().hex());
  }

  @Test
  void consistency_ofALogThatWasCut_refused() throws Exception {
    Path old = keep("old", new TestLog(key, SIZE + 1));
    assertRefused(atServer("consistency", old), 1, "log-inconsistent: 601 entries: ");
  }

  @Test
  void consistency_byTilesOfAnotherLog_undecidedButRefused() throws Exception {
    Path old = keep("old", new TestLog(key, 300));
    log.flip("tile/0/000", 0);
    assertThat(atServer("consistency", old).exit()).isZero();
    log.flip("tile/0/001", 0);
    log.flip("tile/1/000.p/2", 0);
    assertRefused(atServer("consistency", old), 1, "log-root: tiles of 600 entries: ");
  }

  @Test
  void consistency_withAStrangersOrUnreadableFile_refused() throws Exception {
    LogKey stranger = LogKey.generate(TestLog.ORIGIN, new SecureRandom());
    Path forged = keep("old", new TestLog(stranger, 300));
    assertRefused(atServer("consistency", forged), 1, "log-checkpoint-unknown-signer: ");
    assertRefused(atServer("consistency", out), 9, "file-unreadable: " + out);
    Path old = keep("good", new TestLog(key, 300));
    assertRefused(run("consistency", old, keep("new", log)), 2, "usage: log: ");
    assertRefused(run("consistency", old), 2, "usage: log: ");
  }

  @Test
  void prove_byIndexOrHash_writesAProofThatVerifies() throws Exception {
    Path copy = log.write(folder.resolve("log"));
    List<Object> leaves =
        List.of("511", log.leaf(511).leafHash().hex(), log.leaf(511).leafHash().base64());
    for (int i = 0; i < leaves.size(); i++) {
      Path file = folder.resolve("proof-" + i);
      CommandRun run =
          i == 0
              ? run("prove", leaves.get(i), "--from", copy, "--out", file)
              : atServer("prove", leaves.get(i), "--out", file);
      assertThat(run.exit()).as(run.toString()).isZero();
      TlogProof proof = TlogProof.parse(Files.readAllBytes(file));
      assertThat(proof.index()).isEqualTo(511);
      assertThat(proof.verify(log.leaf(511), TrustFolder.read(trust))).isEqualTo(log.checkpoint());
    }
  }

  @Test
  void prove_leafThatIsNotThere_notFound() throws Exception {
    TestLog other = new TestLog(key, 1, 0, 2027);
    String hash = other.leaf(0).leafHash().hex();
    assertRefused(atServer("prove", hash, "--out", out), 6, "leaf-absent: " + hash);
    assertRefused(atServer("prove", "600", "--out", out), 6, "leaf-absent: 600");
    assertRefused(atServer("prove", "0600", "--out", out), 2, "usage: 0600");
    assertThat(out).doesNotExist();
  }

  @Test
  void prove_byTilesThatAreNotOfTheCheckpoint_refusedAndNotWritten() throws Exception {
    log.flip("tile/0/002.p/88", 0);
    assertRefused(atServer("prove", "513", "--out", out), 1, "proof-not-included: ");
    assertThat(out).doesNotExist();
  }

  @Test
  void prove_tileMissing_isTheServersAnswer() throws Exception {
    log.files().remove("tile/entries/000");
    CommandRun run = atServer("prove", "5", "--out", out);
    assertThat(run.exit()).as(run.toString()).isEqualTo(6);
    assertThat(run.err()).contains("/log/tile/entries/000");
  }

  @Test
  void source_bothOrNone_isUsage() throws Exception {
    assertRefused(run("checkpoint"), 2, "usage: ");
    assertRefused(atServer("checkpoint", "--from", folder), 2, "usage: ");
    assertRefused(run("verify"), 2, "usage: ");
    assertRefused(atServer("verify", folder), 2, "usage: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkpoint", "verify", "consistency", "prove"})
  void help_ofEachCommand_explains(String command) {
    CommandRun run = CommandRun.of("log", command, "--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("--trust").contains("--server").contains("Exit codes:");
  }
}
