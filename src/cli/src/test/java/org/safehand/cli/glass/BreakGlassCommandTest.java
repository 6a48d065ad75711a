package org.safehand.cli.glass;

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

class BreakGlassCommandTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String PATH = "/api/v1/break-glass";

  private final TestServer server = new TestServer();
  private final AtomicReference<String> sent = new AtomicReference<>("");
  private final Path session;
  private volatile String mine = "{\"items\":[]}";

  BreakGlassCommandTest(@TempDir Path folder) throws Exception {
    this.session = TestSession.write(folder, server, Duration.ofHours(1));
    for (String path : new String[] {PATH, PATH + "/" + ID + "/end", PATH + "/" + ID + "/review"}) {
      server.on(
          path,
          exchange -> {
            var headers = exchange.getRequestHeaders();
            sent.set(
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                    + headers.getFirst("If-Match")
                    + headers.getFirst("Idempotency-Key"));
            TestServer.answer(exchange, 200, "application/json", "{\"items\":[],\"state\":\"S\"}");
          });
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void run(String... words) {
    Object[] all = new Object[words.length + 5];
    all[0] = "break-glass";
    System.arraycopy(words, 0, all, 1, words.length);
    System.arraycopy(
        new Object[] {"--session", session, "--output", "json"}, 0, all, words.length + 1, 4);
    CommandRun run = CommandRun.of(all);
    assertThat(run.exit()).as(run.toString()).isZero();
  }

  @Test
  void open_namesTheCaseAndTheReason() {
    run("open", "SH-2026-04711823-64", "--reason", "danger", "--idempotency-key", "k");
    assertThat(sent.get())
        .isEqualTo("{\"reason\":\"danger\",\"reference\":\"SH-2026-04711823-64\"}nullk");
  }

  @Test
  void review_namesTheRevisionThatWasRead() {
    run("review", ID, "--revision", "2", "--finding", "was right");
    assertThat(sent.get()).isEqualTo("{\"finding\":\"was right\"}\"v2\"null");
  }

  @Test
  void end_withoutAnId_endsTheOneThatIsOpen_andSaysSoIfNoneIs() {
    mine = "{\"items\":[{\"id\":\"" + ID + "\",\"reference\":\"R\"}]}";
    server.on(
        PATH + "/mine", exchange -> TestServer.answer(exchange, 200, "application/json", mine));
    run("mine");
    run("end");
    assertThat(sent.get()).isEqualTo("nullnull");
    mine = "{\"items\":[]}";
    CommandRun none = CommandRun.of("break-glass", "end", "--session", session);
    assertThat(none.exit()).isEqualTo(6);
    assertThat(none.err()).startsWith("glass-not-found");
  }

  @Test
  void end_andList_areAskedFor() {
    run("end", ID);
    assertThat(sent.get()).isEqualTo("nullnull");
    run("list");
  }
}
