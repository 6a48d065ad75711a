package org.safehand.cli.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.KeyOption;
import org.safehand.cli.api.WaitOption;
import org.safehand.cli.dispatch.PartFile;
import org.safehand.cli.http.Answer;
import org.safehand.cli.http.Refused;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.stepup.Act;
import org.safehand.cli.stepup.SteppedUp;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand extract}: has a custody extract issued and saves it once it is witnessed. */
@Command(
    name = "extract",
    description = "Have a custody extract of a case issued, and save it for `safehand verify`.")
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class ExtractCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final String NOT_YET = "extract-not-witnessed";

  private final Terminal terminal;
  private final Clock clock;

  @Mixin private SessionOption session;
  @Mixin private WaitOption waiting;

  @Parameters(paramLabel = "REFERRAL")
  private UUID referral;

  @Option(
      names = "--level",
      required = true,
      paramLabel = "links|headers|details",
      description = "How much of each event is opened.")
  private ExtractLevel level;

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "TEXT",
      description = "What for; it is recorded.")
  private String purpose;

  @Option(
      names = "--to-date",
      description = "For auditors: with it, later events can be counted in a copy of the log.")
  private boolean toDate;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out;

  @Mixin private KeyOption key;

  public ExtractCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Integer call() throws CliException {
    PartFile part = PartFile.beside(out);
    Gateway gateway = Gateway.of(session, clock);
    String chosen = key.orFresh();
    UUID extract = issue(gateway, chosen);
    fetch(gateway, ApiPath.referral(referral, "custody/extracts/" + extract), chosen, part);
    try (InputStream saved = Files.newInputStream(part.path())) {
      String sha256 = Digest.of(saved).hex();
      part.finish();
      terminal.show(
          JsonObject.builder()
              .put("file", out.toString())
              .put("extract", extract.toString())
              .put("sha256", sha256)
              .build());
    } catch (IOException e) {
      throw part.unwritable(e);
    }
    return ExitCode.DONE.number();
  }

  private UUID issue(Gateway gateway, String chosen) throws CliException {
    JsonObject order =
        JsonObject.builder()
            .put("level", level.wire())
            .put("purpose", purpose)
            .put("toDate", toDate)
            .build();
    Answer issued =
        new SteppedUp(gateway, terminal, clock)
            .postJson(
                ApiPath.referral(referral, "custody/extracts"),
                Map.of("Idempotency-Key", chosen),
                order,
                () ->
                    new Act(
                        "report",
                        referral,
                        gateway.etag(ApiPath.referral(referral)),
                        Digest.of(Jcs.write(order))));
    try {
      return UUID.fromString(issued.json().string("id"));
    } catch (JsonException e) {
      throw issued.malformed(e);
    } catch (IllegalArgumentException e) {
      throw new CliException(CliCode.ANSWER_MALFORMED, issued.place(), "the id is not one");
    }
  }

  /** Asks until everything in the extract is witnessed; a gateway that restarts is waited for. */
  private void fetch(Gateway gateway, String path, String chosen, PartFile part)
      throws CliException {
    Instant end = clock.instant().plus(waiting.patience());
    Optional<CliException> notYet = attempt(gateway, path, part);
    while (notYet.isPresent()) {
      if (clock.instant().isAfter(end)) {
        throw new CliException(
            CliCode.WAIT_TIMEOUT,
            path,
            notYet.get().code() + "; go on with --idempotency-key " + chosen);
      }
      pause(path);
      notYet = attempt(gateway, path, part);
    }
  }

  /** Why it is not there yet, or empty when it is. */
  private static Optional<CliException> attempt(Gateway gateway, String path, PartFile part)
      throws CliException {
    try {
      HttpResponse<InputStream> response = gateway.open(path, Map.of());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw Refused.of(Answer.of(gateway.place(path), response, body));
        }
        save(body, gateway.place(path), part);
        return Optional.empty();
      } catch (IOException e) {
        throw new CliException(CliCode.SERVER_UNREACHABLE, gateway.place(path), e);
      }
    } catch (CliException e) {
      if (e.code().equals(NOT_YET) || e.exit() == ExitCode.NETWORK) {
        return Optional.of(e);
      }
      throw e;
    }
  }

  private static void save(InputStream body, String place, PartFile part)
      throws CliException, IOException {
    byte[] bytes = body.readNBytes(Extract.MAX_BYTES + 1);
    if (bytes.length > Extract.MAX_BYTES) {
      throw new CliException(
          CliCode.ANSWER_MALFORMED, place, "longer than " + Extract.MAX_BYTES + " bytes");
    }
    try {
      Files.write(part.path(), bytes);
    } catch (IOException e) {
      throw part.unwritable(e);
    }
  }

  private static void pause(String path) throws CliException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(CliCode.INTERRUPTED, path, "while waiting");
    }
  }
}
