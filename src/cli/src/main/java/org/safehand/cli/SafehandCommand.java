package org.safehand.cli;

import static java.util.Objects.requireNonNull;

import org.safehand.cli.terminal.OutputFormat;
import org.safehand.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code safehand} itself, which is nothing without a subcommand. */
@Command(
    name = "safehand",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    description = "Refer, receive and verify case referrals.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, verified",
      "1:verification failed",
      "2:usage or input",
      "3:undecidable",
      "4:authentication",
      "5:forbidden",
      "6:not found",
      "7:conflict",
      "8:network",
      "9:local input or output",
      "10:partial",
      "130:interrupted, can be resumed"
    })
final class SafehandCommand {
  private final Terminal terminal;

  SafehandCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Option(
      names = "--output",
      scope = ScopeType.INHERIT,
      paramLabel = "json|table",
      description = "How data is written (default: table).")
  void output(OutputFormat format) {
    terminal.format(format);
  }
}
