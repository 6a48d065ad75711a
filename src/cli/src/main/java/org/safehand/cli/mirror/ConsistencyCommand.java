package org.safehand.cli.mirror;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.log.CheckpointVerifier;
import org.safehand.custody.log.ConsistencyVerifier;
import org.safehand.custody.log.LogException;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.tree.ConsistencyProof;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.TrustException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code safehand log consistency OLD [NEW]}: does the log go on from a checkpoint that was kept?
 */
@Command(
    name = "consistency",
    description = {
      "Proves that one checkpoint is the beginning of another: nothing in between was changed,",
      "moved or dropped.",
      "",
      "A refusal log-inconsistent (exit 1) names both roots. The two files then prove to anyone that"
          + " the log told two stories: keep them."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before call
final class ConsistencyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "A checkpoint, as `log checkpoint --out` kept it.")
  private Path older;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NEW",
      description = "A later one (default: the newest of --server or --from).")
  private Optional<Path> newer = Optional.empty();

  @Mixin private LogSource source = new LogSource();
  @Mixin private TrustOption trust = new TrustOption();

  ConsistencyCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, TrustException, LogException, IOException {
    LogTrust log = trust.read().log();
    Checkpoint first = verified(log, read(older));
    Checkpoint second = verified(log, newer.isPresent() ? read(newer.get()) : source.checkpoint());
    ConsistencyProof proof = new ConsistencyVerifier(source.tilesIfNeeded()).verify(first, second);
    terminal.show(
        JsonObject.builder()
            .put("consistent", true)
            .put("origin", second.origin())
            .put("old", tree(first))
            .put("new", tree(second))
            .put("hashes", proof.path().size())
            .build());
    return ExitCode.DONE.number();
  }

  private static byte[] read(Path file) throws CliException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
  }

  private static Checkpoint verified(LogTrust log, byte[] note) throws LogException {
    return CheckpointVerifier.verify(CheckpointVerifier.parse(note), log);
  }

  private static JsonObject tree(Checkpoint checkpoint) {
    return JsonObject.builder()
        .put("entries", checkpoint.size())
        .put("root", checkpoint.root().hex())
        .build();
  }
}
