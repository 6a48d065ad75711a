package org.safehand.cli.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.KeyOption;
import org.safehand.cli.api.StateWait;
import org.safehand.cli.api.WaitOption;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.stepup.Act;
import org.safehand.cli.stepup.SteppedUp;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand dispatch}: how far a transmission has come, and having it made anew. */
@Command(
    name = "dispatch",
    synopsisSubcommandLabel = "COMMAND",
    description = "Follow the transmissions of a referral; hold one back, resume or reissue it.")
public final class DispatchCommand {
  private static final Set<String> RESTING =
      Set.of("DELIVERED", "SUSPENDED", "AVAILABLE", "SUPERSEDED", "WITHDRAWN");
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "agency",
          "channel",
          "state",
          "heldBack",
          "queued",
          "delivered",
          "suspension",
          "supersededBy");

  private static final List<String> COUNTED = List.of("agency", "state", "count");

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

  @Command(
      description = {
        "Package the same seal anew for another certificate of the same agency.",
        "For a supervisor, when the agency lost or changes its key. The old dispatch is closed."
      })
  void reissue(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(
              names = "--certificate",
              required = true,
              paramLabel = "HEX",
              description = "SHA-256 of the certificate that it should now go to.")
          Digest certificate,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why, for the custody log; no case content.")
          String reason,
      @Mixin KeyOption key)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    String tag = gateway.etag(ApiPath.dispatch(id));
    Map<String, String> headers = Map.of("If-Match", tag, "Idempotency-Key", key.orFresh());
    JsonObject body =
        JsonObject.builder().put("certificate", certificate.hex()).put("reason", reason).build();
    Answer reissued =
        new SteppedUp(gateway, terminal, clock)
            .postJson(
                ApiPath.dispatch(id, "reissue"),
                headers,
                body,
                () -> new Act("reissue", id, tag, Digest.of(Jcs.write(body))));
    terminal.show(reissued.json());
  }

  @Command(
      description = "Hold a dispatch back that is not on its way, until a supervisor resumes it.")
  void suspend(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    because(session, id, "suspension", "suspend-dispatch", reason);
  }

  @Command(description = "Let a suspended dispatch go on from where it was.")
  void resume(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    because(session, id, "resumption", "resume-dispatch", reason);
  }

  private void because(SessionOption session, UUID id, String how, String operation, String reason)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    String tag = gateway.etag(ApiPath.dispatch(id));
    terminal.show(
        new SteppedUp(gateway, terminal, clock)
            .because(ApiPath.dispatch(id, how), operation, id, tag, reason)
            .json());
  }

  @Command(description = "How many dispatches there are, by agency and state.")
  void counts(@Mixin SessionOption session) throws CliException {
    show(Gateway.of(session, clock).get(ApiPath.DISPATCH_COUNTS), COUNTED);
  }

  @Command(description = "List the dispatches of a referral.")
  void list(@Mixin SessionOption session, @Parameters(paramLabel = "REFERRAL") UUID referral)
      throws CliException {
    show(Gateway.of(session, clock).get(ApiPath.referral(referral, "dispatches")), COLUMNS);
  }

  private void show(Answer answer, List<String> columns) throws CliException {
    try {
      terminal.showList(answer.json(), "items", columns);
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }
}
