package org.safehand.cli.dispatch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand receipt}: keeps the agency's signed receipt byte for byte. */
@Command(name = "receipt", description = "Save the agency's signed delivery receipt.")
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class ReceiptCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Mixin private SessionOption session;

  @Parameters(paramLabel = "DISPATCH")
  private UUID dispatch;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out;

  public ReceiptCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Integer call() throws CliException {
    PartFile part = PartFile.beside(out);
    Answer receipt = Gateway.of(session, clock).get(ApiPath.dispatch(dispatch, "receipt"));
    try {
      Files.write(
          part.path(),
          receipt.body(),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, part.path().toString(), e);
    }
    part.finish();
    terminal.show(
        JsonObject.builder()
            .put("file", out.toString())
            .put("bytes", receipt.body().length)
            .put("sha256", Digest.of(receipt.body()).hex())
            .build());
    return ExitCode.DONE.number();
  }
}
