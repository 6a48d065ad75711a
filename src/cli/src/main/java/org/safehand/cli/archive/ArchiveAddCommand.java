package org.safehand.cli.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.concurrent.Callable;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.trust.TrustException;
import org.safehand.packaging.archive.PendingArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code safehand archive add PACKAGE... --tsa URL --trust DIR --crl FILE --out DIR}. */
@Command(
    name = "add",
    description = {
      "Gives packages their first evidence records, all under one time-stamp.",
      "",
      "The packages given stay as they are; the archived ones keep their package digests. Do it",
      "before the certificate of the authority that stamped their seals ends."
    })
public final class ArchiveAddCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ArchiveOptions options = new ArchiveOptions();

  public ArchiveAddCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, TrustException, JsonException, IOException {
    List<X509CRL> lists = options.lists();
    HttpAuthority authority = options.authority();
    new ArchiveWork(terminal, options.trust(), options.packages(), options.out())
        .run(packages -> PendingArchive.first(packages, lists), authority);
    return ExitCode.DONE.number();
  }
}
