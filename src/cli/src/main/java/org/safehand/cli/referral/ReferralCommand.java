package org.safehand.cli.referral;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.KeyOption;
import org.safehand.cli.api.ListPage;
import org.safehand.cli.api.RequestHeaders;
import org.safehand.cli.api.StateWait;
import org.safehand.cli.api.WaitOption;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.stepup.Act;
import org.safehand.cli.stepup.SteppedUp;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand referral}: what officers and supervisors do with a referral. */
@Command(
    name = "referral",
    synopsisSubcommandLabel = "COMMAND",
    description = "Create, edit, submit, release, return, withdraw and read referrals.")
public final class ReferralCommand {
  private static final String ENDORSED = "ENDORSED";
  private static final String IN_REVIEW = "IN_REVIEW";
  private static final Set<String> RESTING =
      Set.of("DRAFT", ENDORSED, "RETURNED", "RELEASED", "WITHDRAWN");
  private static final List<String> COLUMNS =
      List.of("id", "reference", "version", "state", "urgency", "exhibits", "created");
  private static final List<String> EVENT_COLUMNS =
      List.of("sequence", "time", "type", "actor", "role", "result", "code", "stage");

  private final Terminal terminal;
  private final Clock clock;

  public ReferralCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Command(description = "Create a draft from a referral document.")
  void create(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "FILE.json") Path file,
      @Mixin KeyOption key)
      throws CliException {
    byte[] document = bytes(file);
    Gateway gateway = Gateway.of(session, clock);
    terminal.show(
        gateway.postJson(ApiPath.REFERRALS, RequestHeaders.idempotency(key), document).json());
  }

  @Command(description = "Put another referral document in the place of a draft's.")
  void edit(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Parameters(paramLabel = "FILE.json") Path file,
      @Option(
              names = "--if-match",
              paramLabel = "ETAG",
              description = "The version that was read (default: the one there is now).")
          Optional<String> tag)
      throws CliException {
    byte[] document = bytes(file);
    Gateway gateway = Gateway.of(session, clock);
    Map<String, String> headers =
        tag.isPresent()
            ? Map.of("If-Match", tag.get())
            : RequestHeaders.ifMatch(gateway, ApiPath.referral(id));
    terminal.show(gateway.putJson(ApiPath.referral(id), headers, document).json());
  }

  private static byte[] bytes(Path file) throws CliException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
  }

  @Command(name = "add-exhibit", description = "Add a file to a draft as an exhibit.")
  void addExhibit(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--media-type",
              required = true,
              paramLabel = "TYPE",
              description = "What the file is, for example image/png.")
          String mediaType)
      throws CliException {
    ExhibitUpload upload = new ExhibitUpload(Gateway.of(session, clock), terminal);
    terminal.show(upload.run(id, file, mediaType).json());
  }

  @Command(
      name = "remove-exhibit",
      description = "Take an exhibit out of a draft; its number is not used again.")
  void removeExhibit(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Parameters(paramLabel = "NUMBER", description = "The exhibit's, for example 2.") int number,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    terminal.show(
        gateway
            .delete(
                ApiPath.referral(id, "exhibits/" + number),
                RequestHeaders.ifMatch(gateway, ApiPath.referral(id)),
                JsonObject.builder().put("reason", reason).build())
            .json());
  }

  @Command(description = "Submit a draft, which seals it.")
  void submit(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(names = "--wait", description = "Until the seal is made.") boolean wait,
      @Mixin WaitOption waiting)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    Answer submitted =
        gateway.post(
            ApiPath.referral(id, "submit"), RequestHeaders.ifMatch(gateway, ApiPath.referral(id)));
    terminal.show(
        wait
            ? new StateWait(gateway, clock, waiting.patience())
                .until(ApiPath.referral(id), IN_REVIEW, RESTING)
                .json()
            : submitted.json());
  }

  @Command(
      description = {
        "Release a sealed referral of somebody else to agencies.",
        "To a high-risk agency two supervisors do so, one after the other, by the same command."
      })
  void release(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(
              names = "--seal-digest",
              required = true,
              paramLabel = "HEX",
              description = "The seal that was read, so that what was read is what is sent.")
          Digest sealDigest,
      @Option(
              names = "--to",
              required = true,
              split = ",",
              paramLabel = "AGENCY",
              description = "The recipients, for example AG-N-001.")
          List<String> recipients,
      @Mixin KeyOption key)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    Answer read = gateway.get(ApiPath.referral(id));
    String tag = Gateway.etag(read);
    boolean second = StateWait.state(read).equals(ENDORSED);
    Map<String, String> headers = new HashMap<>(RequestHeaders.idempotency(key));
    headers.put("If-Match", tag);
    JsonObject body =
        JsonObject.builder()
            .put("sealDigest", sealDigest.hex())
            .put("recipients", JsonArray.ofStrings(recipients))
            .build();
    Answer released =
        new SteppedUp(gateway, terminal, clock)
            .postJson(
                ApiPath.referral(id, "release"),
                headers,
                body,
                () ->
                    new Act(
                        "release",
                        id,
                        tag,
                        Receiving.agencies(gateway).digest(sealDigest, recipients, second)));
    terminal.show(released.json());
    if (StateWait.state(released).equals(ENDORSED)) {
      terminal.note(
          "A recipient is high-risk, so nothing is sent yet: another release supervisor of the unit"
              + " releases it too, with the same digest and recipients, by the same command.");
    }
  }

  @Command(name = "return", description = "Send a sealed referral back to its author.")
  void sendBack(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    close(session, id, "return", reason);
  }

  @Command(description = "Take a draft, or a sealed referral, back before it is released.")
  void withdraw(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    close(session, id, "withdrawal", reason);
  }

  @Command(
      name = "withdraw-release",
      description = "Take a release back of which nothing was sent to any agency.")
  void withdrawRelease(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    String tag = gateway.etag(ApiPath.referral(id));
    terminal.show(
        new SteppedUp(gateway, terminal, clock)
            .because(
                ApiPath.referral(id, "release-withdrawal"), "withdraw-released", id, tag, reason)
            .json());
  }

  private void close(SessionOption session, UUID id, String how, String reason)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    JsonObject body = JsonObject.builder().put("reason", reason).build();
    terminal.show(
        gateway
            .postJson(
                ApiPath.referral(id, how),
                RequestHeaders.ifMatch(gateway, ApiPath.referral(id)),
                body)
            .json());
  }

  @Command(description = "Hand a referral over to another officer of its unit.")
  void assign(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "ID") UUID id,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "NUMBER",
              description = "The officer's staff number.")
          String to)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    JsonObject body = JsonObject.builder().put("assignee", to).build();
    terminal.show(
        gateway
            .putJson(
                ApiPath.referral(id, "assignee"),
                RequestHeaders.ifMatch(gateway, ApiPath.referral(id)),
                body)
            .json());
  }

  @Command(description = "Show one referral.")
  void show(@Mixin SessionOption session, @Parameters(paramLabel = "ID") UUID id)
      throws CliException {
    terminal.show(Gateway.of(session, clock).get(ApiPath.referral(id)).json());
  }

  @Command(description = "List the referrals that you may see, newest opened first.")
  void list(
      @Mixin SessionOption session,
      @Option(names = "--limit", defaultValue = "25", paramLabel = "1..100") int limit,
      @Option(names = "--cursor", paramLabel = "CURSOR", description = "Of the page before.")
          Optional<String> cursor)
      throws CliException {
    ListPage.show(Gateway.of(session, clock), terminal, ApiPath.REFERRALS, COLUMNS, limit, cursor);
  }

  @Command(description = "Show the chain of custody of the case.")
  void custody(@Mixin SessionOption session, @Parameters(paramLabel = "ID") UUID id)
      throws CliException {
    Answer events = Gateway.of(session, clock).get(ApiPath.referral(id, "custody"));
    try {
      terminal.showList(events.json(), "events", EVENT_COLUMNS);
    } catch (JsonException e) {
      throw events.malformed(e);
    }
  }
}
