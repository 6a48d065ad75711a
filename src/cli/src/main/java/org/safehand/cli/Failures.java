package org.safehand.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.log.LogException;
import org.safehand.custody.proof.ProofException;
import org.safehand.custody.trust.TrustException;
import org.safehand.packaging.fault.PackageException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever ends a command into one line and an exit code. */
final class Failures {
  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  /** A command line that cannot be understood. */
  int usage(ParameterException wrong, String... arguments) {
    return end(
        new CliException(
            CliCode.USAGE,
            wrong.getCommandLine().getCommandSpec().qualifiedName(),
            wrong.getMessage() + "; see --help"));
  }

  /** A command that did not come to its end. */
  int execution(Exception cause, CommandLine command, ParseResult parsed) {
    return end(cause, command.getCommandSpec().qualifiedName());
  }

  /** {@code cause} ended the command {@code name}. */
  int end(Throwable cause, String name) {
    if (cause instanceof CliException failure) {
      return end(failure);
    }
    if (cause.getCause() instanceof CliException failure) {
      return end(failure);
    }
    if (cause instanceof TrustException
        || cause instanceof LogException
        || cause instanceof ProofException
        || cause instanceof PackageException
        || cause instanceof ExtractException) {
      terminal.note(String.valueOf(cause.getMessage()));
      return (isUndecided(cause) ? ExitCode.UNDECIDABLE : ExitCode.REFUSED).number();
    }
    return end(
        new CliException(
            cause instanceof IOException ? CliCode.FILE_UNREADABLE : CliCode.PROGRAM_FAULT,
            name,
            cause));
  }

  /** Whether what was asked for is missing, so that nothing was found to be wrong. */
  private static boolean isUndecided(Throwable cause) {
    return cause instanceof TrustException
        || (cause instanceof ExtractException refused
            && refused.fault() == ExtractFault.LOG_SMALLER);
  }

  private int end(CliException failure) {
    terminal.failure(failure);
    return failure.exit().number();
  }
}
