package org.safehand.cli.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;

/** Holding an agency back, and lifting that. */
class AgencyHoldCommandsTest {
  /** SHA-256 of the reason, computed by another program. */
  private static final String SHA256 =
      "d36fe02d511881768bc8b2a29b3f83e2b531254b9ec405b41ce3933666b5836d";

  private static final String HOLD = "/api/v1/agencies/AG-N-001/hold";

  private final TestServer server = new TestServer();
  private final List<String> sent = new ArrayList<>();
  private final Path session;
  private volatile String holds =
      "{\"items\":[{\"agency\":\"AG-N-001\",\"revision\":3,\"reason\":\"wrong key\"}]}";

  AgencyHoldCommandsTest(@TempDir Path folder) throws Exception {
    this.session = TestSession.write(folder, server, Duration.ofHours(1));
    server.on(HOLD, this::answer);
    server.on(
        "/api/v1/holds", exchange -> TestServer.answer(exchange, 200, "application/json", holds));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void hold_andLift_sayWhy_andLiftNamesTheHoldThatWasRead() {
    server.on(HOLD + "/lift", this::answer);
    assertThat(run("hold", "AG-N-001", "--reason", "as asked").exit()).isZero();
    assertThat(run("lift", "AG-N-001", "--reason", "as asked").exit()).isZero();
    assertThat(sent)
        .containsExactly(
            "PUT {\"reason\":\"as asked\"}null", "POST {\"reason\":\"as asked\"}\"v3\"");
  }

  @Test
  void lift_askedForTheSecondFactor_namesTheHoldAndTheReason() {
    server.onProblem(
        HOLD + "/lift",
        401,
        "{\"code\":\"insufficient-user-authentication\",\"title\":\"T\",\"status\":401,"
            + "\"traceId\":\"00\"}");
    server.on("/api/v1/step-ups", this::answer);
    assertThat(run("lift", "AG-N-001", "--reason", "as asked").exit()).isNotZero();
    assertThat(sent)
        .containsExactly(
            ("POST {\"digest\":\"%s\",\"etag\":\"\\\"v3\\\"\",\"object\":\"AG-N-001\","
                    + "\"operation\":\"manage-endpoints\"}null")
                .formatted(SHA256));
  }

  @Test
  void lift_ofAnAgencyThatIsNotHeld_saysSo_andSendsNothing() {
    holds = "{\"items\":[]}";
    CommandRun run = run("lift", "AG-N-001", "--reason", "as asked");
    assertThat(run.exit()).isEqualTo(7);
    assertThat(run.err()).startsWith("agency-not-held");
    assertThat(sent).isEmpty();
  }

  @Test
  void holds_areListed() {
    assertThat(run("holds").out()).contains("wrong key");
  }

  private void answer(HttpExchange exchange) throws IOException {
    sent.add(
        exchange.getRequestMethod()
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8)
            + exchange.getRequestHeaders().getFirst("If-Match"));
    TestServer.answer(exchange, 200, "application/json", "{\"state\":\"DONE\"}");
  }

  private CommandRun run(String... words) {
    Object[] all = new Object[words.length + 5];
    all[0] = "agency";
    System.arraycopy(words, 0, all, 1, words.length);
    System.arraycopy(
        new Object[] {"--session", session, "--output", "json"}, 0, all, words.length + 1, 4);
    return CommandRun.of(all);
  }
}
