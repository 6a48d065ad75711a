package org.safehand.cli.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.completeness.ExtractVerifier;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.log.LogException;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The extract that a command is given, with what it is verified against. */
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
public final class ExtractInput {
  @Parameters(paramLabel = "FILE", description = "The extract (.extract.json).")
  private Path file;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "DIR",
      description = "The trust folder: trust.json and the files it names.")
  private Path trust;

  @Option(
      names = "--log",
      paramLabel = "DIR",
      description =
          "An exported log, at least as large: also finds a second event of one number, and a case"
              + " that goes on beside the extract.")
  private Optional<Path> log = Optional.empty();

  /** The name of the file. */
  public Path file() {
    return requireNonNull(file, "file is null");
  }

  /** The extract, verified against all that was given. */
  public VerifiedExtract verified()
      throws CliException, TrustException, ExtractException, LogException, IOException {
    if (log.isPresent() && !Files.isDirectory(log.get())) {
      throw new CliException(CliCode.USAGE, log.get().toString(), "is not a folder");
    }
    Trust trusted = TrustFolder.read(trust);
    byte[] bytes = bytes();
    return log.isPresent()
        ? ExtractVerifier.verify(bytes, trusted, log.get())
        : ExtractVerifier.verify(bytes, trusted);
  }

  /** One byte more than the limit is enough for a refusal. */
  private byte[] bytes() throws CliException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Extract.MAX_BYTES + 1);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
  }
}
