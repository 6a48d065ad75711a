package org.safehand.cli.staff;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.KeyOption;
import org.safehand.cli.api.RequestHeaders;
import org.safehand.cli.file.OwnerFile;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.stepup.Act;
import org.safehand.cli.stepup.SteppedUp;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonValue;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand agency}: where agencies receive, and what should change of it. */
@Command(
    name = "agency",
    synopsisSubcommandLabel = "COMMAND",
    description = "Show the registry of endpoints; propose a change of it; hold an agency back.")
public final class AgencyCommand {
  private static final List<String> COLUMNS =
      List.of("id", "name", "country", "channels", "highRisk", "heldBack");
  private static final List<String> HOLD = List.of("agency", "since", "by", "reason");

  private final Terminal terminal;
  private final Clock clock;

  public AgencyCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Command(description = "List the agencies that referrals can be released to.")
  void list(@Mixin SessionOption session) throws CliException {
    Answer answer = Gateway.of(session, clock).get(ApiPath.AGENCIES);
    try {
      terminal.showList(answer.json(), "items", COLUMNS);
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }

  @Command(
      description = {
        "Show the document of an agency, as it is proposed anew; without a name, the registry.",
        "For administrators, supervisors and auditors."
      })
  void show(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "AGENCY", arity = "0..1") Optional<String> id)
      throws CliException {
    Answer now = Gateway.of(session, clock).get(ApiPath.REGISTRY);
    try {
      terminal.show(id.isEmpty() ? now.json() : entry(now.json(), id.get()).object("agency"));
    } catch (JsonException e) {
      throw now.malformed(e);
    }
  }

  @Command(
      description = {
        "Propose the agency of a document as 'agency show AGENCY' writes it, new or changed.",
        "Nothing is changed before a release supervisor approves."
      })
  void propose(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "FILE") Path file,
      @Mixin KeyOption key)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    if (!(read(file) instanceof JsonObject agency)) {
      throw new CliException(CliCode.USAGE, file.toString(), "not an agency");
    }
    propose(
        gateway,
        key,
        registry -> {
          JsonObjectBuilder json =
              JsonObject.builder().put("kind", "agency-set").put("agency", agency);
          Optional<JsonObject> there = find(registry, agency.optionalString("id").orElse(""));
          if (there.isPresent()) {
            json.put("revision", there.get().integer("revision"));
          }
          return json.build();
        });
  }

  @Command(description = "Propose that an agency does not stand in the registry any more.")
  void remove(@Mixin SessionOption session, @Parameters(paramLabel = "AGENCY") String id)
      throws CliException {
    propose(
        Gateway.of(session, clock),
        new KeyOption(),
        registry ->
            JsonObject.builder()
                .put("kind", "agency-remove")
                .put("id", id)
                .put("revision", entry(registry, id).integer("revision"))
                .build());
  }

  @Command(
      description = {
        "Challenge an agency's key that cannot sign (ML-KEM), before 'add-key' proposes it.",
        "The agency answers by 'safehand key prove', within seven days. One answer is good for one"
            + " proposal of this certificate for this agency."
      })
  void challenge(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "AGENCY") String id,
      @Option(names = "--certificate", required = true, paramLabel = "FILE") Path certificate,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "The challenge, to be sent to the agency as it is.")
          Path out)
      throws CliException {
    OwnerFile file = new OwnerFile(out);
    file.requireAbsent();
    JsonObject order =
        JsonObject.builder().put("agency", id).put("certificate", text(certificate)).build();
    Answer made = Gateway.of(session, clock).postJson(ApiPath.KEY_CHALLENGES, Map.of(), order);
    try {
      file.create(made.json().string("message"));
      terminal.show(without(made.json(), "message"));
    } catch (JsonException e) {
      throw made.malformed(e);
    }
  }

  @Command(
      name = "add-key",
      description = {
        "Propose one more certificate of an agency's endpoint that packages are encrypted to.",
        "The supervisor who approves names the fingerprint as well."
      })
  void addKey(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "AGENCY") String id,
      @Parameters(paramLabel = "ENDPOINT") String endpoint,
      @Option(names = "--certificate", required = true, paramLabel = "FILE") Path certificate,
      @Option(
              names = "--request",
              paramLabel = "FILE",
              description = "The PKCS#10 request by which the agency proves that it has the key.")
          Optional<Path> request,
      @ArgGroup(exclusive = false) @Nullable ChallengeOptions proof,
      @Option(
              names = "--fingerprint",
              required = true,
              paramLabel = "HEX",
              description = "Of the key, as the agency told it to you by telephone.")
          String fingerprint)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    JsonObjectBuilder change =
        JsonObject.builder()
            .put("kind", "agency-key")
            .put("id", id)
            .put("endpoint", endpoint)
            .put("certificate", text(certificate))
            .put("fingerprint", fingerprint);
    if (request.isPresent()) {
      change.put("request", text(request.get()));
    }
    if (proof != null) {
      change.put("proof", proof.content());
    }
    propose(
        gateway,
        new KeyOption(),
        registry -> change.put("revision", entry(registry, id).integer("revision")).build());
  }

  @Command(
      description = {
        "Propose the authorities of a document, and no others.",
        "It is the list that stands in the registry under 'authorities'."
      })
  void authorities(@Mixin SessionOption session, @Parameters(paramLabel = "FILE") Path file)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    if (!(read(file) instanceof JsonArray authorities)) {
      throw new CliException(CliCode.USAGE, file.toString(), "not a list of authorities");
    }
    propose(
        gateway,
        new KeyOption(),
        registry ->
            JsonObject.builder()
                .put("kind", "authorities-set")
                .put("authorities", authorities)
                .put("revision", registry.integer("authoritiesRevision"))
                .build());
  }

  @Command(
      description = {
        "Hold an agency back: from now on nothing is handed to any of its endpoints.",
        "For an administrator; a release supervisor lifts it. What is released to it waits."
      })
  void hold(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "AGENCY") String id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    JsonObject body = JsonObject.builder().put("reason", reason).build();
    terminal.show(Gateway.of(session, clock).putJson(ApiPath.hold(id), body).json());
  }

  @Command(
      description = {
        "Lift the hold of an agency, with your second factor.",
        "For a release supervisor; what waited goes on as it was."
      })
  void lift(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "AGENCY") String id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason)
      throws CliException {
    Gateway gateway = Gateway.of(session, clock);
    String tag = "\"v" + holdRevision(gateway, id) + "\"";
    terminal.show(
        new SteppedUp(gateway, terminal, clock)
            .postJson(
                ApiPath.hold(id) + "/lift",
                Map.of("If-Match", tag),
                JsonObject.builder().put("reason", reason).build(),
                () -> Act.because("manage-endpoints", id, tag, reason))
            .json());
  }

  @Command(description = "List the agencies that are held back, since when, by whom and why.")
  void holds(@Mixin SessionOption session) throws CliException {
    Answer answer = Gateway.of(session, clock).get(ApiPath.HOLDS);
    try {
      terminal.showList(answer.json(), "items", HOLD);
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }

  private static long holdRevision(Gateway gateway, String id) throws CliException {
    Answer now = gateway.get(ApiPath.HOLDS);
    try {
      for (JsonObject hold : now.json().array("items").objects()) {
        if (hold.string("agency").equals(id)) {
          return hold.integer("revision");
        }
      }
    } catch (JsonException e) {
      throw now.malformed(e);
    }
    throw new CliException("agency-not-held", ExitCode.CONFLICT, id, "is not held back");
  }

  /** What is proposed, against the registry as it is now. */
  @FunctionalInterface
  private interface Change {
    JsonObject of(JsonObject registry) throws JsonException, CliException;
  }

  private void propose(Gateway gateway, KeyOption key, Change change) throws CliException {
    Answer now = gateway.get(ApiPath.REGISTRY);
    JsonObject proposed;
    try {
      proposed = change.of(now.json());
    } catch (JsonException e) {
      throw now.malformed(e);
    }
    Map<String, String> headers = RequestHeaders.idempotency(key);
    terminal.show(gateway.postJson(ApiPath.PROPOSALS, headers, proposed).json());
  }

  private static JsonObject entry(JsonObject registry, String id)
      throws JsonException, CliException {
    return find(registry, id)
        .orElseThrow(
            () ->
                new CliException("agency-not-found", ExitCode.NOT_FOUND, id, "is not registered"));
  }

  private static Optional<JsonObject> find(JsonObject registry, String id) throws JsonException {
    for (JsonObject entry : registry.array("agencies").objects()) {
      if (entry.object("agency").string("id").equals(id)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static JsonObject without(JsonObject whole, String name) {
    JsonObjectBuilder rest = JsonObject.builder();
    whole
        .members()
        .forEach(
            (member, value) -> {
              if (!member.equals(name)) {
                rest.put(member, value);
              }
            });
    return rest.build();
  }

  private static String text(Path file) throws CliException {
    try {
      return Files.readString(file, US_ASCII);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
  }

  private static JsonValue read(Path file) throws CliException {
    try {
      return Jcs.readAnyLayout(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    } catch (JsonException e) {
      throw new CliException(CliCode.USAGE, file.toString(), e);
    }
  }
}
