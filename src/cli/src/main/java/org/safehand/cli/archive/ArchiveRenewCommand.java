package org.safehand.cli.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Progress;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.trust.TrustException;
import org.safehand.packaging.archive.PendingArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code safehand archive renew PACKAGE... --tsa URL --trust DIR --crl FILE --out DIR}. */
@Command(
    name = "renew",
    description = {
      "Renews evidence records, all under one time-stamp, by the same authority or another.",
      "",
      "Do it before the certificate of the authority that stamped last ends or is revoked, and",
      "with --hash before the hash algorithm is broken; afterwards it is too late."
    })
public final class ArchiveRenewCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ArchiveOptions options = new ArchiveOptions();

  @Option(
      names = "--hash",
      paramLabel = "sha384|sha512",
      description = "Hash everything again with a stronger algorithm (reads the packages twice).")
  private @Nullable StrongerHash hash;

  public ArchiveRenewCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, TrustException, JsonException, IOException {
    List<X509CRL> lists = options.lists();
    HttpAuthority authority = options.authority();
    new ArchiveWork(terminal, options.trust(), options.packages(), options.out())
        .run(
            hash == null
                ? packages -> PendingArchive.timeStampRenewal(packages, lists)
                : rehashing(hash.algorithm(), lists),
            authority);
    return ExitCode.DONE.number();
  }

  private ArchiveWork.Beginning rehashing(HashAlgorithm algorithm, List<X509CRL> lists) {
    return packages -> {
      long total = 0;
      for (Path file : options.packages()) {
        total += Files.size(file);
      }
      try (Progress progress = terminal.progress("hash with " + algorithm, total)) {
        return PendingArchive.hashTreeRenewal(packages, algorithm, lists, progress::add);
      }
    };
  }
}
