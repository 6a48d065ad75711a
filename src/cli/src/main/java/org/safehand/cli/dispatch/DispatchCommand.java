package org.safehand.cli.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.StateWait;
import org.safehand.cli.api.WaitOption;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand dispatch}: how far a transmission has come. */
@Command(
    name = "dispatch",
    synopsisSubcommandLabel = "COMMAND",
    description = "Follow the transmissions of a referral.")
public final class DispatchCommand {
  private static final Set<String> RESTING = Set.of("DELIVERED", "SUSPENDED", "AVAILABLE");
  private static final List<String> COLUMNS =
      List.of("id", "agency", "channel", "state", "queued", "delivered", "suspension");

  private final Terminal terminal;
  private final Clock clock;

  public DispatchCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Command(description = "Show one dispatch, once it is in a state.")
  void show(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(
              names = "--wait",
              paramLabel = "STATE",
              description = "Until it is in this state, for example DELIVERED.")
          Optional<String> state,
      @Mixin WaitOption waiting)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    String path = ApiPath.dispatch(id);
    Answer answer =
        state.isPresent()
            ? new StateWait(gateway, clock, waiting.patience()).until(path, state.get(), RESTING)
            : gateway.get(path);
    terminal.show(answer.json());
  }

  @Command(description = "List the dispatches of a referral.")
  void list(@Mixin SessionOption session, @Parameters(paramLabel = "REFERRAL") UUID referral)
      throws CliException {
    Answer answer = Gateway.of(session, clock).get(ApiPath.referral(referral, "dispatches"));
    try {
      terminal.showList(answer.json(), "items", COLUMNS);
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }
}
