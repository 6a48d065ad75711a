package org.safehand.cli.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
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

/** What the command line sends to change a referral that is not sealed. */
class DraftCommandTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String PATH = "/api/v1/referrals/" + ID;

  private final TestServer server = new TestServer();
  private final List<String> sent = new ArrayList<>();
  private final Path folder;
  private final Path session;

  DraftCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.session = TestSession.write(folder, server, Duration.ofHours(1));
    server.on(PATH, this::keep);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void edit_file_sendsItsBytesOverTheVersionThereIsNow() throws Exception {
    CommandRun run = CommandRun.of("referral", "edit", ID, document(), "--session", session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(sent).containsExactly("GET null ", "PUT \"v3\" { \"a\": 1 }");
  }

  @Test
  void edit_ofAVersionThatWasRead_sendsItsTag() throws Exception {
    CommandRun run =
        CommandRun.of(
            "referral", "edit", ID, document(), "--if-match", "\"v2\"", "--session", session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(sent).containsExactly("PUT \"v2\" { \"a\": 1 }");
  }

  @Test
  void removeExhibit_sendsItsReason() throws Exception {
    server.on(PATH + "/exhibits/2", this::keep);

    CommandRun run =
        CommandRun.of(
            "referral", "remove-exhibit", ID, "2", "--reason", "wrong file", "--session", session);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(sent).containsExactly("GET null ", "DELETE \"v3\" {\"reason\":\"wrong file\"}");
  }

  private Path document() throws IOException {
    return Files.writeString(folder.resolve("referral.json"), "{ \"a\": 1 }");
  }

  private void keep(HttpExchange exchange) throws IOException {
    sent.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestHeaders().getFirst("If-Match")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    exchange.getResponseHeaders().set("ETag", "\"v3\"");
    TestServer.answer(exchange, 200, "application/json", "{\"state\":\"DRAFT\"}");
  }
}
