package org.safehand.cli.staff;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.ListPage;
import org.safehand.cli.api.RequestHeaders;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.stepup.Act;
import org.safehand.cli.stepup.SteppedUp;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand proposal}: what waits for a second person, and the second person's word. */
@Command(
    name = "proposal",
    synopsisSubcommandLabel = "COMMAND",
    description = "Read, approve, reject or withdraw what was proposed.")
public final class ProposalCommand {
  private static final List<String> COLUMNS =
      List.of("id", "state", "proposedBy", "proposedAt", "expiresAt", "decidedBy", "change");

  private final Terminal terminal;
  private final Clock clock;

  public ProposalCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Command(description = "List proposals, newest first.")
  void list(
      @Mixin SessionOption session,
      @Option(names = "--limit", defaultValue = "25", paramLabel = "1..100") int limit,
      @Option(names = "--cursor", paramLabel = "CURSOR", description = "Of the page before.")
          Optional<String> cursor)
      throws CliException {
    ListPage.show(Gateway.of(session, clock), terminal, ApiPath.PROPOSALS, COLUMNS, limit, cursor);
  }

  @Command(description = "Show one proposal, with the digest by which it is approved.")
  void show(@Mixin SessionOption session, @Parameters(paramLabel = "ID") UUID id)
      throws CliException {
    terminal.show(Gateway.of(session, clock).get(ApiPath.proposal(id)).json());
  }

  @Command(description = "Approve what somebody else proposed; it is done at once.")
  void approve(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(
              names = "--digest",
              required = true,
              paramLabel = "HEX",
              description = "Of the change that was read, so that this is what is done.")
          Digest digest,
      @Option(
              names = "--fingerprint",
              paramLabel = "HEX",
              description = "Of an agency's key, as the agency told it to you.")
          Optional<String> fingerprint)
      throws CliException {
    JsonObject body =
        JsonObject.builder()
            .put("digest", digest.hex())
            .putIfPresent("fingerprint", fingerprint)
            .build();
    decide(session, id, "approve", body, digest);
  }

  @Command(description = "Reject what somebody else proposed.")
  void reject(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(
              names = "--digest",
              required = true,
              paramLabel = "HEX",
              description = "Of the change that was read.")
          Digest digest,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    JsonObject body =
        JsonObject.builder().put("digest", digest.hex()).put("reason", reason).build();
    decide(session, id, "reject", body, Digest.of(Jcs.write(body)));
  }

  @Command(description = "Take your own proposal back.")
  void withdraw(@Mixin SessionOption session, @Parameters(paramLabel = "ID") UUID id)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    terminal.show(
        gateway
            .post(
                ApiPath.proposal(id) + "/withdraw",
                RequestHeaders.ifMatch(gateway, ApiPath.proposal(id)))
            .json());
  }

  /**
   * Where endpoints are concerned the gateway asks for the second factor, for {@code named}: to
   * approve the change, to reject what is said.
   */
  private void decide(SessionOption session, UUID id, String how, JsonObject body, Digest named)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    String tag = gateway.etag(ApiPath.proposal(id));
    terminal.show(
        new SteppedUp(gateway, terminal, clock)
            .postJson(
                ApiPath.proposal(id) + "/" + how,
                Map.of("If-Match", tag),
                body,
                () -> new Act("manage-endpoints", id, tag, named))
            .json());
  }
}
