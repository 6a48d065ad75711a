package org.safehand.cli.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;

class ReceiptCommandTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String PATH = "/api/v1/dispatches/" + ID + "/receipt";
  private static final String NOT_YET =
      "{\"code\":\"receipt-not-witnessed\",\"title\":\"Not yet\",\"traceId\":\"t\"}";

  private final TestServer server = new TestServer();
  private final Path session;
  private final Path out;
  private final Path proof;

  ReceiptCommandTest(@TempDir Path folder) throws Exception {
    session = TestSession.write(folder, server, Duration.ofHours(1));
    out = folder.resolve("receipt.p7m");
    proof = folder.resolve("receipt.proof.json");
    server.on(PATH, exchange -> TestServer.answer(exchange, 200, "application/x", "the receipt"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CommandRun run(Object... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("receipt", ID, "--out", out, "--session", session), Stream.of(more))
            .toArray());
  }

  @Test
  void receiptAlone_isSaved() {
    CommandRun run = run();
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(out).hasContent("the receipt");
    assertThat(server.requests()).containsExactly("GET " + PATH);
    assertThat(run.out()).doesNotContain("proof");
  }

  @Test
  void proof_isWaitedForAndSavedBesideTheReceipt() {
    AtomicInteger asked = new AtomicInteger();
    server.on(
        PATH + "/proof",
        exchange -> {
          if (asked.incrementAndGet() < 3) {
            TestServer.answer(exchange, 409, "application/problem+json", NOT_YET);
          } else {
            TestServer.answer(exchange, 200, "application/x", "the proof");
          }
        });
    CommandRun run = run("--proof", proof);
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(asked).hasValue(3);
    assertThat(out).hasContent("the receipt");
    assertThat(proof).hasContent("the proof");
    assertThat(run.out()).contains("proofSha256");
  }

  @Test
  void proof_notWitnessedInTime_isPartial() {
    server.onProblem(PATH + "/proof", 409, NOT_YET);
    CommandRun run = run("--proof", proof, "--timeout", "0");
    assertThat(run.exit()).isEqualTo(10);
    assertThat(run.err()).startsWith("wait-timeout: ").contains("receipt-not-witnessed");
    assertThat(out).hasContent("the receipt");
    assertThat(proof).doesNotExist();
  }

  @Test
  void proof_refused_keepsTheGatewaysCode() {
    server.onProblem(
        PATH + "/proof",
        404,
        "{\"code\":\"dispatch-not-found\",\"title\":\"Not found\",\"traceId\":\"t\"}");
    CommandRun run = run("--proof", proof);
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).startsWith("dispatch-not-found: ");
  }

  @Test
  void proofIntoAFileThatIsThere_isRefused_beforeAnythingIsAsked() throws Exception {
    Files.writeString(proof, "mine");
    CommandRun run = run("--proof", proof);
    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("output-exists: ");
    assertThat(proof).hasContent("mine");
    assertThat(server.requests()).isEmpty();
  }
}
