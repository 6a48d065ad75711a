package org.safehand.cli.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;

class ExtractCommandTest {
  private static final String REFERRAL = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String EXTRACT = "01890a5d-ac96-774b-bcce-b302099a8058";
  private static final String PATH = "/api/v1/referrals/" + REFERRAL + "/custody/extracts";
  private static final String NOT_YET =
      "{\"code\":\"extract-not-witnessed\",\"title\":\"Not yet\",\"traceId\":\"t\"}";

  private final TestServer server = new TestServer();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final Path session;
  private final Path out;

  ExtractCommandTest(@TempDir Path folder) throws Exception {
    session = TestSession.write(folder, server, Duration.ofHours(1));
    out = folder.resolve("case.extract.json");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private CommandRun run(Object... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "extract",
                    REFERRAL,
                    "--level",
                    "headers",
                    "--purpose",
                    "court",
                    "--out",
                    out,
                    "--session",
                    session),
                Stream.of(more))
            .toArray());
  }

  private void issuing() {
    server.on(
        PATH,
        exchange -> {
          sent.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          sent.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          TestServer.answer(exchange, 202, "application/json", "{\"id\":\"" + EXTRACT + "\"}");
        });
  }

  @Test
  void extract_isIssued_waitedForAndSaved() throws Exception {
    issuing();
    AtomicInteger asked = new AtomicInteger();
    server.on(
        PATH + "/" + EXTRACT,
        exchange -> {
          if (asked.incrementAndGet() < 3) {
            TestServer.answer(exchange, 409, "application/problem+json", NOT_YET);
          } else {
            TestServer.answer(exchange, 200, "application/x", "the file");
          }
        });

    CommandRun run = run("--idempotency-key", "again", "--to-date");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(sent)
        .containsExactly("again", "{\"level\":\"headers\",\"purpose\":\"court\",\"toDate\":true}");
    assertThat(asked).hasValue(3);
    assertThat(out).hasContent("the file");
    assertThat(run.out()).contains(EXTRACT).contains("sha256");
    assertThat(out.resolveSibling("case.extract.json.part")).doesNotExist();
  }

  @Test
  void extract_notWitnessedInTime_isPartial_andSaysHowToGoOn() {
    issuing();
    server.onProblem(PATH + "/" + EXTRACT, 409, NOT_YET);

    CommandRun run = run("--idempotency-key", "again", "--timeout", "0");

    assertThat(run.exit()).isEqualTo(10);
    assertThat(run.err()).startsWith("wait-timeout: ").contains("--idempotency-key again");
    assertThat(out).doesNotExist();
  }

  @Test
  void extract_refused_keepsTheGatewaysCode() {
    server.onProblem(
        PATH,
        403,
        "{\"code\":\"operation-not-permitted\",\"title\":\"Not permitted\",\"traceId\":\"t\"}");

    CommandRun run = run();

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).startsWith("operation-not-permitted: ");
  }

  @Test
  void extract_refusedAtFetching_isNotWaitedFor() {
    issuing();
    server.onProblem(
        PATH + "/" + EXTRACT,
        404,
        "{\"code\":\"extract-not-found\",\"title\":\"Not found\",\"traceId\":\"t\"}");

    CommandRun run = run();

    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).startsWith("extract-not-found: ");
  }

  @Test
  void extract_intoAFileThatIsThere_isLocalIo_beforeAnythingIsIssued() throws Exception {
    Files.writeString(out, "mine");

    CommandRun run = run();

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("output-exists: ");
    assertThat(out).hasContent("mine");
    assertThat(server.requests()).isEmpty();
  }
}
