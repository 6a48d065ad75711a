package org.safehand.cli.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.cli.key.KeyPassword;
import org.safehand.cli.key.PrivateKeyFile;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.recipient.RecipientKey;
import picocli.CommandLine.Option;

/** Whose key opens the package: {@code --key}, {@code --cert}, and how the key is protected. */
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are asked for
public final class RecipientOptions {
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

  /**
   * The key.
   *
   * @throws CliException if a file cannot be read, or the two are not a recipient's
   */
  public RecipientKey read(Terminal terminal) throws CliException {
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
