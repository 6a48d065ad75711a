package org.safehand.cli.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;

/** What a supervisor does to a transmission, or to a release, for a reason alone. */
class ReasonedCommandsTest {
  /** SHA-256 of the reason, computed by another program. */
  private static final String SHA256 =
      "d36fe02d511881768bc8b2a29b3f83e2b531254b9ec405b41ce3933666b5836d";

  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

  private final TestServer server = new TestServer();
  private final List<String> sent = new ArrayList<>();
  private final Path session;

  ReasonedCommandsTest(@TempDir Path folder) throws Exception {
    this.session = TestSession.write(folder, server, Duration.ofHours(1));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "dispatch,suspend,dispatches,suspension",
    "dispatch,resume,dispatches,resumption",
    "referral,withdraw-release,referrals,release-withdrawal"
  })
  void command_sendsTheReasonForWhatWasRead(String noun, String verb, String list, String how) {
    serve(list);
    server.on(
        "/api/v1/" + list + "/" + ID + "/" + how,
        exchange -> {
          sent.add(
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                  + exchange.getRequestHeaders().getFirst("If-Match"));
          TestServer.answer(exchange, 200, "application/json", "{\"state\":\"DONE\"}");
        });

    CommandRun run = run(noun, verb);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualToIgnoringNewLines("{\"state\":\"DONE\"}");
    assertThat(sent).containsExactly("{\"reason\":\"as asked\"}\"v4\"");
  }

  @ParameterizedTest
  @CsvSource({
    "dispatch,resume,dispatches,resumption,resume-dispatch",
    "referral,withdraw-release,referrals,release-withdrawal,withdraw-released"
  })
  void command_askedForTheSecondFactor_namesTheActAndTheReason(
      String noun, String verb, String list, String how, String operation) {
    serve(list);
    server.onProblem(
        "/api/v1/" + list + "/" + ID + "/" + how,
        401,
        "{\"code\":\"insufficient-user-authentication\",\"title\":\"T\",\"status\":401,"
            + "\"traceId\":\"00\"}");
    server.on(
        "/api/v1/step-ups",
        exchange -> {
          sent.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          TestServer.answer(exchange, 409, "application/problem+json", "{}");
        });

    assertThat(run(noun, verb).exit()).isNotZero();
    assertThat(sent)
        .containsExactly(
            "{\"digest\":\"%s\",\"etag\":\"\\\"v4\\\"\",\"object\":\"%s\",\"operation\":\"%s\"}"
                .formatted(SHA256, ID, operation));
  }

  private void serve(String list) {
    server.on(
        "/api/v1/" + list + "/" + ID,
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"v4\"");
          TestServer.answer(exchange, 200, "application/json", "{}");
        });
  }

  private CommandRun run(String noun, String verb) {
    return CommandRun.of(
        noun, verb, ID, "--reason", "as asked", "--session", session, "--output", "json");
  }
}
