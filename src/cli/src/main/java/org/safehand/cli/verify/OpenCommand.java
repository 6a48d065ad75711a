package org.safehand.cli.verify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.OpenWork;
import org.safehand.packaging.open.OpenedPackage;
import org.safehand.packaging.open.PackageOpener;
import org.safehand.packaging.recipient.RecipientKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand open FILE --key KEY.pem --cert CERT.pem --trust DIR --out DIR}. */
@Command(
    name = "open",
    description = {
      "Verifies a package and decrypts it into a new folder, all of it or nothing.",
      "",
      "Exhibits are written as 0001.bin and so on; names.json tells their original names. What was",
      "cut off goes on where it was when the same is asked again."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class OpenCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The package (.asice).")
  private Path file;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private RecipientOptions recipient;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "DIR",
      description = "The trust folder: trust.json and the files it names.")
  private Path trust;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
  private Path out;

  public OpenCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, TrustException, PackageException, IOException {
    try (PackageWork helped = new PackageWork(terminal)) {
      OpenWork work = helped.openingWork();
      Trust trusted = TrustFolder.read(trust);
      RecipientKey key = recipient.read(terminal);
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), "is not a readable file");
      }
      terminal.show(PackageReport.opened(open(key, trusted, work), out.toString()));
    }
    return ExitCode.DONE.number();
  }

  private OpenedPackage open(RecipientKey key, Trust trusted, OpenWork work)
      throws CliException, PackageException {
    try {
      return new PackageOpener(key, trusted, work).open(file, out);
    } catch (FileAlreadyExistsException e) {
      String reason = e.getReason();
      throw new CliException(
          CliCode.OUTPUT_EXISTS, out.toString(), reason == null ? "is there already" : reason);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, out.toString(), e);
    }
  }
}
