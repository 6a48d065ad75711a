package org.safehand.cli.verify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.OpenWork;
import org.safehand.packaging.open.PackageOpener;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.recipient.RecipientKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand verify package FILE --trust DIR}. */
@Command(
    name = "package",
    description = {
      "Verifies a package offline: every byte, the seal, its time. With the recipient's key also who",
      "released it to whom and what the sealed case file lists; nothing is written.",
      "",
      "The first word of a refusal is a stable code; the place in the package follows it."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class VerifyPackageCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The package (.asice).")
  private Path file;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "DIR",
      description = "The trust folder: trust.json and the files it names.")
  private Path trust;

  @ArgGroup(exclusive = false)
  private @Nullable RecipientOptions recipient;

  public VerifyPackageCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, TrustException, PackageException, IOException {
    Trust trusted = TrustFolder.read(trust);
    try (PackageWork helped = new PackageWork(terminal)) {
      terminal.show(report(trusted, helped.work()));
    } catch (PackageException e) {
      terminal.showJson(PackageReport.refused(e));
      throw e;
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
    return ExitCode.DONE.number();
  }

  private JsonObject report(Trust trusted, OpenWork work)
      throws CliException, PackageException, IOException {
    if (recipient == null) {
      return PackageReport.verified(PackageVerifier.verify(file, trusted, work));
    }
    RecipientKey key = recipient.read(terminal);
    return PackageReport.inspected(new PackageOpener(key, trusted, work).inspect(file));
  }
}
