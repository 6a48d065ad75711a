package org.safehand.cli.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.log.LogException;
import org.safehand.custody.trust.TrustException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code safehand verify extract FILE --trust DIR [--log DIR]}. */
@Command(
    name = "extract",
    description = {
      "Verifies a custody extract offline: every event of the case up to it, in order, in the log.",
      "",
      "The first word of a refusal is a stable code; the event or place follows it."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class VerifyExtractCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ExtractInput input;

  public VerifyExtractCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call()
      throws CliException, TrustException, ExtractException, LogException, IOException {
    terminal.show(ExtractFindings.of(input.verified()));
    return ExitCode.DONE.number();
  }
}
