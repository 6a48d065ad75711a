package org.safehand.cli.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safehand.cli.key.KeyPassword;
import org.safehand.cli.key.PrivateKeyFile;
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
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.recipient.RecipientKey;
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

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY.pem",
      description =
          "The recipient's private key: PKCS#8 in PEM; with a password, that is asked for.")
  private Path key;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The password of that key, its only line, instead of asking for it.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--cert",
      required = true,
      paramLabel = "CERT.pem",
      description = "The certificate of that key.")
  private Path certificate;

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
      RecipientKey recipient = recipient();
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), "is not a readable file");
      }
      terminal.show(PackageReport.opened(open(recipient, trusted, work), out.toString()));
    }
    return ExitCode.DONE.number();
  }

  private OpenedPackage open(RecipientKey recipient, Trust trusted, OpenWork work)
      throws CliException, PackageException {
    try {
      return new PackageOpener(recipient, trusted, work).open(file, out);
    } catch (FileAlreadyExistsException e) {
      String reason = e.getReason();
      throw new CliException(
          CliCode.OUTPUT_EXISTS, out.toString(), reason == null ? "is there already" : reason);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, out.toString(), e);
    }
  }

  private RecipientKey recipient() throws CliException {
    String certificatePem = text(certificate);
    String keyPem =
        new PrivateKeyFile(key)
            .plainPem(KeyPassword.from(Optional.ofNullable(passwordFile), terminal));
    RecipientCertificate recipient;
    try {
      recipient = RecipientCertificate.ofPem(certificatePem);
    } catch (RecipientException e) {
      throw unusable(certificate, e);
    }
    try {
      return RecipientKey.ofPem(keyPem, recipient);
    } catch (RecipientException e) {
      throw unusable(key, e);
    }
  }

  private static CliException unusable(Path place, RecipientException cause) {
    String message = String.valueOf(cause.getMessage());
    String code = cause.fault().code();
    String detail =
        message.startsWith(code + ": ") ? message.substring(code.length() + 2) : message;
    return new CliException(code, ExitCode.USAGE, place.toString(), detail);
  }

  private static String text(Path pem) throws CliException {
    try {
      return Files.readString(pem, US_ASCII);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, pem.toString(), e);
    }
  }
}
