package org.safehand.cli.glass;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.KeyOption;
import org.safehand.cli.api.ListPage;
import org.safehand.cli.api.RequestHeaders;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.stepup.Act;
import org.safehand.cli.stepup.SteppedUp;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand break-glass}: a supervisor reads a case for a time; an auditor reviews it. */
@Command(
    name = "break-glass",
    synopsisSubcommandLabel = "COMMAND",
    description = "Read a case of another unit for an hour at most; for auditors, review who did.")
public final class BreakGlassCommand {
  private static final List<String> COLUMNS =
      List.of("id", "revision", "state", "overdue", "reference", "openedBy", "unit", "opened");

  /** What cannot be read has no version that was. */
  private static final String UNREAD = "\"v0\"";

  private static final List<String> OWN = List.of("id", "reference", "until", "reason");
  private static final String MINE = ApiPath.BREAK_GLASS + "/mine";

  private final Terminal terminal;
  private final Clock clock;

  public BreakGlassCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Command(
      description = {
        "Break the glass over one case, with your second factor.",
        "For an hour at most you read it and its custody; auditors are told at once."
      })
  void open(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "REFERENCE", description = "For example SH-2026-04711823-64.")
          String reference,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason,
      @Mixin KeyOption key)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    Map<String, String> headers = RequestHeaders.idempotency(key);
    JsonObject body =
        JsonObject.builder().put("reference", reference).put("reason", reason).build();
    terminal.show(
        new SteppedUp(gateway, terminal, clock)
            .postJson(
                ApiPath.BREAK_GLASS,
                headers,
                body,
                () -> Act.because("break-glass", reference, UNREAD, reason))
            .json());
  }

  @Command(description = "Show the glass of your own that is open, if there is one.")
  void mine(@Mixin SessionOption session) throws CliException {
    Answer answer = Gateway.of(session, clock).get(MINE);
    try {
      terminal.showList(answer.json(), "items", OWN);
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }

  @Command(
      description = {
        "Stop reading before the time for it is over.",
        "Without an id, through the glass of your own that is open."
      })
  void end(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID", arity = "0..1") Optional<UUID> id)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    String which = id.isPresent() ? id.get().toString() : own(gateway);
    terminal.show(gateway.post(path(which, "end"), Map.of()).json());
  }

  private static String own(Gateway gateway) throws CliException {
    Answer mine = gateway.get(MINE);
    try {
      List<JsonObject> open = mine.json().array("items").objects();
      if (!open.isEmpty()) {
        return open.get(0).string("id");
      }
    } catch (JsonException e) {
      throw mine.malformed(e);
    }
    throw new CliException("glass-not-found", ExitCode.NOT_FOUND, MINE, "none of yours is open");
  }

  @Command(description = "For auditors: list broken glasses, newest first.")
  void list(
      @Mixin SessionOption session,
      @Option(names = "--limit", defaultValue = "25", paramLabel = "1..100") int limit,
      @Option(names = "--cursor", paramLabel = "CURSOR", description = "Of the page before.")
          Optional<String> cursor)
      throws CliException {
    ListPage.show(
        Gateway.of(session, clock), terminal, ApiPath.BREAK_GLASS, COLUMNS, limit, cursor);
  }

  @Command(description = "For auditors: say what you found of one that is over.")
  void review(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(
              names = "--revision",
              required = true,
              paramLabel = "N",
              description = "That was read, as the list tells it.")
          long revision,
      @Option(names = "--finding", required = true, paramLabel = "TEXT") String finding)
      throws CliException {
    JsonObject body = JsonObject.builder().put("finding", finding).build();
    Map<String, String> headers = Map.of("If-Match", "\"v" + revision + "\"");
    terminal.show(
        Gateway.of(session, clock).postJson(path(id.toString(), "review"), headers, body).json());
  }

  private static String path(String id, String what) {
    return ApiPath.BREAK_GLASS + "/" + id + "/" + what;
  }
}
