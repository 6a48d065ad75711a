package org.safehand.cli.staff;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.KeyOption;
import org.safehand.cli.api.RequestHeaders;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand duty}: who of one's unit is on duty. */
@Command(
    name = "duty",
    synopsisSubcommandLabel = "COMMAND",
    description = "Show your unit's duty roster; for supervisors, keep it.")
public final class DutyCommand {
  private static final List<String> COLUMNS = List.of("id", "person", "from", "until");

  private final Terminal terminal;
  private final Clock clock;

  public DutyCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Command(description = "List the shifts that are not over.")
  void list(@Mixin SessionOption session) throws CliException {
    Answer answer = Gateway.of(session, clock).get(ApiPath.DUTY);
    try {
      terminal.showList(answer.json(), "items", COLUMNS);
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }

  @Command(description = "Put somebody of your unit on duty.")
  void add(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "NUMBER") String person,
      @Option(
              names = "--from",
              required = true,
              paramLabel = "TIME",
              description = "For example 2026-11-24T07:00:00Z.")
          Instant from,
      @Option(names = "--until", required = true, paramLabel = "TIME") Instant until,
      @Mixin KeyOption key)
      throws CliException {
    JsonObject body =
        JsonObject.builder()
            .put("person", person)
            .put("from", UtcText.millis(from))
            .put("until", UtcText.millis(until))
            .build();
    Map<String, String> headers = RequestHeaders.idempotency(key);
    terminal.show(Gateway.of(session, clock).postJson(ApiPath.DUTY, headers, body).json());
  }

  @Command(description = "Take a shift away.")
  void remove(@Mixin SessionOption session, @Parameters(paramLabel = "ID") UUID id)
      throws CliException {
    terminal.show(Gateway.of(session, clock).delete(ApiPath.DUTY + "/" + id).json());
  }
}
