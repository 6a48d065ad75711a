package org.safehand.cli.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;

class ReissueCommandTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String PATH = "/api/v1/dispatches/" + ID;
  private static final String CERTIFICATE = "ab".repeat(32);

  private final TestServer server = new TestServer();
  private final AtomicReference<String> sent = new AtomicReference<>("");
  private final Path session;

  ReissueCommandTest(@TempDir Path folder) throws Exception {
    this.session = TestSession.write(folder, server, Duration.ofHours(1));
    server.on(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"4\"");
          TestServer.answer(exchange, 200, "application/json", "{\"state\":\"AVAILABLE\"}");
        });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CommandRun reissue(String... more) {
    Object[] words = {
      "dispatch",
      "reissue",
      ID,
      "--certificate",
      CERTIFICATE,
      "--reason",
      "key lost",
      "--session",
      session,
      "--output",
      "json"
    };
    Object[] all = new Object[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return CommandRun.of(all);
  }

  @Test
  void reissue_sendsCertificateReasonAndWhatWasRead_andShowsTheNewDispatch() {
    server.on(
        PATH + "/reissue",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          sent.set(
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                  + headers.getFirst("If-Match")
                  + headers.getFirst("Idempotency-Key"));
          TestServer.answer(exchange, 201, "application/json", "{\"state\":\"QUEUED\"}");
        });

    CommandRun run = reissue("--idempotency-key", "key-00001");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualToIgnoringNewLines("{\"state\":\"QUEUED\"}");
    assertThat(sent.get())
        .isEqualTo("{\"certificate\":\"%s\",\"reason\":\"key lost\"}\"4\"key-00001", CERTIFICATE);
  }

  @Test
  void reissue_refused_hasTheCodeAndItsExit() {
    server.onProblem(
        PATH + "/reissue",
        409,
        "{\"code\":\"dispatch-superseded\",\"title\":\"T\",\"status\":409,\"traceId\":\"00\"}");

    CommandRun run = reissue();

    assertThat(run.exit()).isEqualTo(7);
    assertThat(run.err()).startsWith("dispatch-superseded: POST ");
  }
}
