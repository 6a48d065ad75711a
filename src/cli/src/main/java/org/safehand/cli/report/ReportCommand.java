package org.safehand.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.safehand.cli.extract.ExtractInput;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.log.LogException;
import org.safehand.custody.trust.TrustException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code safehand report FILE --trust DIR [--log DIR] --out DIR}. */
@Command(
    name = "report",
    description = {
      "Verifies a custody extract offline, and writes a report of it: report.html and report.json.",
      "",
      "The same extract, trust and log give the same bytes again."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ExtractInput input;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
  private Path out;

  public ReportCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call()
      throws CliException, TrustException, ExtractException, LogException, IOException {
    VerifiedExtract verified = input.verified();
    Report report = ReportWriting.of(verified, tool());
    try {
      Files.createDirectory(out);
      Files.write(out.resolve("report.json"), Jcs.write(ReportJson.of(report)));
      Files.writeString(out.resolve("report.html"), ReportHtml.of(report), UTF_8);
    } catch (FileAlreadyExistsException e) {
      throw new CliException(CliCode.OUTPUT_EXISTS, out.toString(), "is there already");
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, out.toString(), e);
    }
    terminal.show(
        JsonObject.builder()
            .put("verified", true)
            .put("folder", out.toString())
            .put("events", verified.extract().events().size())
            .put("extractSha256", verified.sha256().hex())
            .build());
    return ExitCode.DONE.number();
  }

  private static String tool() {
    return "safehand "
        + Optional.ofNullable(ReportCommand.class.getPackage().getImplementationVersion())
            .orElse("of a working tree");
  }
}
