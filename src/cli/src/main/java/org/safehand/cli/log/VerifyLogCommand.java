package org.safehand.cli.log;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand verify log DIR --trust DIR}. */
@Command(
    name = "log",
    description = {
      "Verifies an exported custody log offline: every byte of every file.",
      "",
      "The first word of a refusal is a stable code; the place in the log follows it."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class VerifyLogCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DIR", description = "The log: checkpoint, tile/, anchor/.")
  private Path log;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "DIR",
      description = "The trust folder: trust.json and the files it names.")
  private Path trust;

  public VerifyLogCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, TrustException, LogException, IOException {
    if (!Files.isDirectory(log)) {
      throw new CliException(CliCode.USAGE, log.toString(), "is not a folder");
    }
    VerifiedLog verified = LogVerifier.verify(log, TrustFolder.read(trust));
    terminal.show(VerifiedLogReport.of(verified));
    return ExitCode.DONE.number();
  }
}
