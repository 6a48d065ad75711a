package org.safehand.cli.mirror;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.log.CheckpointVerifier;
import org.safehand.custody.log.LogException;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.TrustException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code safehand log checkpoint}: the newest checkpoint, if it is one of the trusted log. */
@Command(
    name = "checkpoint",
    description = {
      "Shows the newest checkpoint of the log and who signed it.",
      "",
      "A checkpoint commits to every entry so far. Keep it with --out: `log consistency` later tells"
          + " whether the log still goes on from it."
    })
final class CheckpointCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private LogSource source = new LogSource();
  @Mixin private TrustOption trust = new TrustOption();

  @Option(names = "--out", paramLabel = "FILE", description = "Keep the signed note in a new file.")
  private Optional<Path> out = Optional.empty();

  CheckpointCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, TrustException, LogException, IOException {
    LogTrust log = trust.read().log();
    SignedNote note = CheckpointVerifier.parse(source.checkpoint());
    Checkpoint checkpoint = CheckpointVerifier.verify(note, log);
    if (out.isPresent()) {
      keep(out.get(), note.bytes());
    }
    List<JsonObject> signers = new ArrayList<>();
    for (NoteSignature line : note.signatures()) {
      signers.add(signer(log, line));
    }
    terminal.show(
        JsonObject.builder()
            .put("verified", true)
            .put("origin", checkpoint.origin())
            .put("entries", checkpoint.size())
            .put("root", checkpoint.root().hex())
            .put("signers", JsonArray.of(signers))
            .build());
    return ExitCode.DONE.number();
  }

  private static JsonObject signer(LogTrust log, NoteSignature line) {
    VerifierKey key =
        Stream.concat(log.keys().stream(), log.witnesses().stream())
            .filter(one -> one.claims(line))
            .findFirst()
            .orElseThrow();
    return JsonObject.builder()
        .put("name", line.name())
        .put("is", log.witnesses().contains(key) ? "witness" : "log")
        .put("algorithm", key.isPostQuantum() ? "ML-DSA-44" : "Ed25519")
        .putIfPresent("time", key.cosignedAt(line).map(UtcText::seconds))
        .build();
  }

  /** Writes a file that must not be there yet. */
  static void keep(Path file, byte[] bytes) throws CliException {
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new CliException(CliCode.OUTPUT_EXISTS, file.toString(), "is there already");
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, file.toString(), e);
    }
  }
}
