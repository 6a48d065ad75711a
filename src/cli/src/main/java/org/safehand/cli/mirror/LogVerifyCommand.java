package org.safehand.cli.mirror;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.safehand.cli.log.VerifiedLogReport;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code safehand log verify}: the same as {@code verify log}, of a folder or of a whole server.
 */
@Command(
    name = "verify",
    description = {
      "Verifies every byte of a log: of a folder, or of a gateway, whose log is copied for that into"
          + " a folder that is removed afterwards.",
      "",
      "The first word of a refusal is a stable code; the place in the log follows it."
    })
final class LogVerifyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The log: checkpoint, tile/, tile/entries/.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The gateway, in place of a folder.")
  private Optional<URI> server = Optional.empty();

  @Mixin private ServerOptions options = new ServerOptions();
  @Mixin private TrustOption trust = new TrustOption();

  LogVerifyCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, TrustException, LogException, IOException {
    if (folder.isPresent() == server.isPresent()) {
      throw new CliException(CliCode.USAGE, "log verify", "either DIR or --server is needed");
    }
    Trust trusted = trust.read();
    VerifiedLog verified =
        folder.isPresent()
            ? LogVerifier.verify(folder.get(), trusted)
            : ofServer(server.get(), trusted);
    terminal.show(VerifiedLogReport.of(verified));
    return ExitCode.DONE.number();
  }

  private VerifiedLog ofServer(URI address, Trust trusted)
      throws CliException, LogException, IOException {
    HttpLog log = options.log(address);
    Path work = Files.createTempDirectory("safehand-log-");
    try {
      Path copy = work.resolve("log");
      new LogMirror(log).copy(copy);
      return LogVerifier.verify(copy, trusted);
    } finally {
      LogMirror.delete(work);
    }
  }
}
