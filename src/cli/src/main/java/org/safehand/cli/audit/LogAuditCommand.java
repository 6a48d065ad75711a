package org.safehand.cli.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code safehand log audit}. */
@Command(
    name = "audit",
    description = {
      "Has the gateway compare its stored log with itself: bodies, leaves, entries, tiles,"
          + " checkpoints and the chain of every case.",
      "",
      "Exit code 1 if anything does not hold; each finding has a stable code and a place. What the"
          + " gateway says of itself is no proof: `verify log` and `verify extract` are."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class LogAuditCommand implements Callable<Integer> {
  /** A million events take about a minute. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Terminal terminal;
  private final Clock clock;

  @Mixin private SessionOption session;

  public LogAuditCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Integer call() throws CliException {
    Answer answer =
        Gateway.of(session, clock).post("/api/v1/log/verifications", Map.of(), PATIENCE);
    JsonObject report = answer.json();
    try {
      boolean holds = report.bool("holds");
      terminal.show(report);
      for (JsonObject finding : report.array("findings").objects()) {
        terminal.note(
            "%s: %s: expected %s, found %s"
                .formatted(
                    finding.string("code"),
                    finding.string("place"),
                    finding.string("expected"),
                    finding.string("found")));
      }
      return (holds ? ExitCode.DONE : ExitCode.REFUSED).number();
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }
}
