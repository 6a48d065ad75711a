package org.safehand.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;

class LogAuditCommandTest {
  private static final String PATH = "/api/v1/log/verifications";

  private final TestServer server = new TestServer();
  private final Path session;

  LogAuditCommandTest(@TempDir Path folder) throws Exception {
    session = TestSession.write(folder, server, Duration.ofHours(1));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CommandRun audit() {
    return CommandRun.of("log", "audit", "--session", session.toString());
  }

  @Test
  void logThatHolds_endsWith0() {
    server.onJson(
        PATH,
        200,
        """
        {"entries":3,"events":4,"findingCount":0,"findings":[],"holds":true,"root":"x"}\
        """);
    CommandRun run = audit();
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("events").contains("4");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void logThatDoesNotHold_endsWith1AndNamesThePlace() {
    server.onJson(
        PATH,
        200,
        """
        {"entries":3,"events":4,"findingCount":1,"findings":[{"code":"audit-body","expected":"a body\
         that opens","found":"other bytes","place":"case x event 2"}],"holds":false,"root":"x"}\
        """);
    CommandRun run = audit();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("audit-body: case x event 2: expected a body that opens, found other bytes\n");
  }

  @Test
  void withoutASession_nothingIsAsked() {
    CommandRun run = CommandRun.of("log", "audit", "--session", session + ".none");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).startsWith("session-missing: ");
  }

  @Test
  void helpOfLog_namesTheTwoThatTakeNoTrustFolder() {
    assertThat(CommandRun.of("log", "--help").out())
        .contains("but for audit")
        .contains("The others, but mirror,");
    for (String command : List.of("checkpoint", "verify", "consistency", "prove")) {
      assertThat(CommandRun.of("log", command, "--help").out()).as(command).contains("--trust");
    }
    for (String command : List.of("mirror", "audit")) {
      assertThat(CommandRun.of("log", command, "--help").out())
          .as(command)
          .doesNotContain("--trust");
    }
  }

  @Test
  void answerOfAnotherShape_endsWith8() {
    server.onJson(PATH, 200, "{\"holds\":1}");
    assertThat(audit().exit()).isEqualTo(8);
  }
}
