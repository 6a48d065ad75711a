package org.safehand.cli.exhibit;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand exhibit}: one exhibit of a referral, in clear. */
@Command(
    name = "exhibit",
    synopsisSubcommandLabel = "COMMAND",
    description = "Have an exhibit in clear.")
public final class ExhibitCommand {
  private final Terminal terminal;
  private final Clock clock;

  public ExhibitCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Command(
      description = {
        "Download an exhibit in clear, as it was taken in.",
        "That you do, and what for, is recorded in the chain of custody before it begins."
      })
  void download(
      @Mixin SessionOption session,
      @Parameters(paramLabel = "REFERRAL") UUID referral,
      @Parameters(paramLabel = "NUMBER", description = "The exhibit number.") int number,
      @Option(
              names = "--purpose",
              required = true,
              paramLabel = "TEXT",
              description = "What for; it stands in the custody log of the case.")
          String purpose,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
          Path out)
      throws CliException {
    ClearFile file = ClearFile.of(out);
    Gateway gateway = Gateway.of(session, clock);
    Digest sha256 = sha256(gateway.get(ApiPath.referral(referral)), number);
    Answer opened =
        gateway.postJson(
            ApiPath.referral(referral, "exhibits/" + number + "/openings"),
            Map.of(),
            JsonObject.builder().put("purpose", purpose).build());
    UUID opening = opening(opened);
    long bytes = new ClearDownload(gateway, terminal).run(ApiPath.opening(opening), file, sha256);
    terminal.show(
        JsonObject.builder()
            .put("file", out.toString())
            .put("bytes", bytes)
            .put("sha256", sha256.hex())
            .put("opening", opening.toString())
            .build());
  }

  /** What the referral says that the exhibit is. */
  private static Digest sha256(Answer referral, int number) throws CliException {
    try {
      for (JsonObject exhibit : referral.json().array("exhibits").objects()) {
        if (exhibit.integer("number") == number) {
          return Digest.ofHex(exhibit.string("sha256"));
        }
      }
    } catch (JsonException e) {
      throw referral.malformed(e);
    } catch (IllegalArgumentException e) {
      throw new CliException(CliCode.ANSWER_MALFORMED, referral.place(), "not a SHA-256");
    }
    throw new CliException(
        CliCode.EXHIBIT_ABSENT, referral.place(), "has no exhibit with the number " + number);
  }

  private static UUID opening(Answer opened) throws CliException {
    try {
      return UUID.fromString(opened.json().string("id"));
    } catch (JsonException e) {
      throw opened.malformed(e);
    } catch (IllegalArgumentException e) {
      throw new CliException(CliCode.ANSWER_MALFORMED, opened.place(), "not an id");
    }
  }
}
