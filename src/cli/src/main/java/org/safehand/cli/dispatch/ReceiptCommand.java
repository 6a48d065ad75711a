package org.safehand.cli.dispatch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.safehand.cli.api.ApiPath;
import org.safehand.cli.api.Gateway;
import org.safehand.cli.api.WaitOption;
import org.safehand.cli.api.WitnessWait;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code safehand receipt}: keeps the agency's signed receipt byte for byte, and the proof that the
 * log knows it.
 */
@Command(name = "receipt", description = "Save the agency's signed delivery receipt.")
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class ReceiptCommand implements Callable<Integer> {
  private static final String NOT_YET = "receipt-not-witnessed";

  private final Terminal terminal;
  private final Clock clock;

  @Mixin private SessionOption session;
  @Mixin private WaitOption waiting;

  @Parameters(paramLabel = "DISPATCH")
  private UUID dispatch;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out;

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description =
          "A new file for the proof that the custody log knows the receipt; waits until it is"
              + " witnessed. `safehand verify receipt` checks it offline.")
  private Optional<Path> proof = Optional.empty();

  public ReceiptCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Integer call() throws CliException {
    PartFile part = PartFile.beside(out);
    Optional<PartFile> proofPart =
        proof.isPresent() ? Optional.of(PartFile.beside(proof.get())) : Optional.empty();
    Gateway gateway = Gateway.of(session, clock);
    Answer receipt = gateway.get(ApiPath.dispatch(dispatch, "receipt"));
    keep(receipt, part);
    JsonObjectBuilder kept =
        JsonObject.builder()
            .put("file", out.toString())
            .put("bytes", receipt.body().length)
            .put("sha256", Digest.of(receipt.body()).hex());
    if (proofPart.isPresent()) {
      Answer proven =
          new WitnessWait(gateway, clock, waiting.patience())
              .until(ApiPath.dispatch(dispatch, "receipt/proof"), NOT_YET);
      keep(proven, proofPart.get());
      kept.put("proof", proof.get().toString()).put("proofSha256", Digest.of(proven.body()).hex());
    }
    terminal.show(kept.build());
    return ExitCode.DONE.number();
  }

  private static void keep(Answer answer, PartFile part) throws CliException {
    try {
      Files.write(
          part.path(),
          answer.body(),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, part.path().toString(), e);
    }
    part.finish();
  }
}
