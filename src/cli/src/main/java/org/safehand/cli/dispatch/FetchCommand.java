package org.safehand.cli.dispatch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand fetch}: the package of a dispatch, as long as that may take. */
@Command(
    name = "fetch",
    description = "Fetch a package; the same command again goes on where it broke off.")
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class FetchCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Terminal terminal;
  private final Clock clock;

  @Mixin private SessionOption session;

  @Parameters(paramLabel = "DISPATCH")
  private UUID dispatch;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out;

  public FetchCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Integer call() throws CliException {
    PartFile part = PartFile.beside(out);
    Gateway gateway = Gateway.of(session, clock);
    String path = ApiPath.dispatch(dispatch, "package");
    long bytes = new Download(gateway, path, part, terminal, PAUSE).run();
    part.finish();
    terminal.show(JsonObject.builder().put("file", out.toString()).put("bytes", bytes).build());
    return ExitCode.DONE.number();
  }
}
