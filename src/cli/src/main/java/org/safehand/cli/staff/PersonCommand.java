package org.safehand.cli.staff;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.KeyOption;
import org.safehand.cli.api.ListPage;
import org.safehand.cli.api.RequestHeaders;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand person}: who the gateway's people are, and what they should be. */
@Command(
    name = "person",
    synopsisSubcommandLabel = "COMMAND",
    description = "List the gateway's people; propose what another administrator approves.")
public final class PersonCommand {
  private static final List<String> COLUMNS =
      List.of("number", "displayName", "roles", "unit", "agency", "active", "revision");

  private final Terminal terminal;
  private final Clock clock;

  public PersonCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Command(description = "List people in the order of their numbers.")
  void list(
      @Mixin SessionOption session,
      @Option(names = "--limit", defaultValue = "100", paramLabel = "1..100") int limit,
      @Option(names = "--cursor", paramLabel = "CURSOR", description = "Of the page before.")
          Optional<String> cursor)
      throws CliException {
    ListPage.show(Gateway.of(session, clock), terminal, ApiPath.PEOPLE, COLUMNS, limit, cursor);
  }

  @Command(description = "Show one person.")
  void show(@Mixin SessionOption session, @Parameters(paramLabel = "NUMBER") String number)
      throws CliException {
    terminal.show(Gateway.of(session, clock).get(person(number)).json());
  }

  @Command(
      name = "end-session",
      description = "End every session and token of somebody, who may then sign in again.")
  void endSession(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "NUMBER") String number,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    JsonObject body = JsonObject.builder().put("reason", reason).build();
    terminal.show(
        Gateway.of(session, clock)
            .postJson(person(number) + "/session-end", Map.of(), body)
            .json());
  }

  @Command(
      description = {
        "Propose somebody new, a change of somebody, or that they may do nothing any more.",
        "What is not named of somebody who is there stays as it is. Nothing is changed before"
            + " another administrator approves."
      })
  void propose(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "NUMBER", description = "As the identity provider names them.")
          String number,
      @ArgGroup Kind kind,
      @Option(names = "--name", paramLabel = "NAME") Optional<String> name,
      @Option(
              names = "--role",
              split = ",",
              paramLabel = "ROLE",
              description = "For example referral-officer; all that they should have.")
          List<String> roles,
      @ArgGroup Whereabouts place,
      @Mixin KeyOption key)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    Proposed proposed =
        new Proposed(
            number,
            name,
            roles == null ? List.of() : roles,
            Optional.ofNullable(place).flatMap(Whereabouts::unit),
            Optional.ofNullable(place).flatMap(Whereabouts::agency));
    JsonObject change;
    if (kind != null && kind.fresh) {
      change = proposed.creation();
    } else {
      Answer now = gateway.get(person(number));
      try {
        change =
            kind != null && kind.deactivate
                ? proposed.deactivation(now.json())
                : proposed.change(now.json());
      } catch (JsonException e) {
        throw now.malformed(e);
      }
    }
    Map<String, String> headers = RequestHeaders.idempotency(key);
    terminal.show(gateway.postJson(ApiPath.PROPOSALS, headers, change).json());
  }

  private static String person(String number) {
    return ApiPath.PEOPLE + "/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
  }

  /** What is proposed, if not a change. */
  static final class Kind {
    @Option(names = "--new", description = "Somebody who was not there before.")
    private boolean fresh;

    @Option(names = "--deactivate", description = "That they may do nothing any more.")
    private boolean deactivate;
  }

  /** Where somebody belongs. */
  static final class Whereabouts {
    @Option(names = "--unit", paramLabel = "UNIT", description = "Of the hotline's staff.")
    private Optional<String> unit = Optional.empty();

    @Option(names = "--agency", paramLabel = "AGENCY", description = "Of a liaison.")
    private Optional<String> agency = Optional.empty();

    Optional<String> unit() {
      return unit;
    }

    Optional<String> agency() {
      return agency;
    }
  }
}
