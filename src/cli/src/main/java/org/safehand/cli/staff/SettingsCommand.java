package org.safehand.cli.staff;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.KeyOption;
import org.safehand.cli.api.RequestHeaders;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonValue;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand settings}: what of the configuration two people change together. */
@Command(
    name = "settings",
    synopsisSubcommandLabel = "COMMAND",
    description = "Show the settings; propose what a release supervisor approves.")
public final class SettingsCommand {
  private static final String SETTINGS = "settings";

  private final Terminal terminal;
  private final Clock clock;

  public SettingsCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Command(
      description = {
        "Show the settings, and what each can be.",
        "For administrators, supervisors and auditors."
      })
  void show(@Mixin SessionOption session) throws CliException {
    terminal.show(Gateway.of(session, clock).get(ApiPath.SETTINGS).json());
  }

  @Command(
      description = {
        "Propose other values, for example glassMinutes=30; what is not named stays as it is.",
        "Nothing is changed before a release supervisor approves."
      })
  void propose(
      @Mixin SessionOption session,
      @ArgGroup(multiplicity = "1") Wanted wanted,
      @Mixin KeyOption key)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    Answer now = gateway.get(ApiPath.SETTINGS);
    JsonObject change;
    try {
      change =
          JsonObject.builder()
              .put("kind", "settings-set")
              .put(SETTINGS, wanted.settings(now.json().object(SETTINGS)))
              .put("revision", now.json().integer("revision"))
              .build();
    } catch (JsonException e) {
      throw now.malformed(e);
    }
    Map<String, String> headers = RequestHeaders.idempotency(key);
    terminal.show(gateway.postJson(ApiPath.PROPOSALS, headers, change).json());
  }

  /** What the settings should be: some of them, or a document of all. */
  static final class Wanted {
    @Parameters(
        arity = "1..*",
        paramLabel = "NAME=VALUE",
        description = "As 'settings show' names them; whole numbers.")
    private Map<String, Long> values = Map.of();

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "A JSON document of all of them, instead.")
    private Optional<Path> file = Optional.empty();

    JsonObject settings(JsonObject now) throws CliException {
      if (file.isPresent()) {
        return read(file.get());
      }
      JsonObjectBuilder next = JsonObject.builder();
      for (var member : now.members().entrySet()) {
        JsonValue value = member.getValue();
        if (!values.containsKey(member.getKey())) {
          next.put(member.getKey(), value);
        }
      }
      values.forEach(next::put);
      return next.build();
    }

    private static JsonObject read(Path file) throws CliException {
      try {
        return Jcs.requireObject(Jcs.readAnyLayout(Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
      } catch (JsonException e) {
        throw new CliException(CliCode.USAGE, file.toString(), e);
      }
    }
  }
}
