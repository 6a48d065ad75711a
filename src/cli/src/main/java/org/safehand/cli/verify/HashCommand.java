package org.safehand.cli.verify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code safehand hash}: SHA-256 of files, as {@code sha256sum} has it. */
@Command(name = "hash", description = "SHA-256 of files.")
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before call
public final class HashCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files;

  public HashCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, JsonException {
    List<JsonObject> hashed = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        hashed.add(
            JsonObject.builder()
                .put("sha256", Digest.of(in).hex())
                .put("bytes", Files.size(file))
                .put("file", file.toString())
                .build());
      } catch (IOException e) {
        throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
      }
    }
    terminal.showList(
        JsonObject.builder().put("files", JsonArray.of(hashed)).build(),
        "files",
        List.of("sha256", "bytes", "file"));
    return ExitCode.DONE.number();
  }
}
