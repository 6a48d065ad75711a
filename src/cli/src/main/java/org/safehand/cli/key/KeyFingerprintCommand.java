package org.safehand.cli.key;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand key fingerprint FILE}. */
@Command(
    name = "fingerprint",
    description = {
      "SHA-256 of the public key of a key file, request or certificate, to be read to somebody.",
      "",
      "It is the same for all three of one key pair. A certificate has its own beside it."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class KeyFingerprintCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = "A private or public key, a PKCS#10 request or a certificate, in PEM.")
  private Path file;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The password of a private key, its only line, instead of asking for it.")
  private @Nullable Path passwordFile;

  public KeyFingerprintCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException {
    KeyPassword password = KeyPassword.from(Optional.ofNullable(passwordFile), terminal);
    KeyMaterial found = KeyMaterial.read(file, password);
    JsonObjectBuilder shown =
        JsonObject.builder()
            .put("file", file.toString())
            .put("holds", found.kind())
            .put("publicKeySha256", Fingerprint.of(found.publicKey()).toString());
    terminal.show(
        shown
            .putIfPresent("certificateSha256", found.certificate().map(Fingerprint::toString))
            .build());
    return ExitCode.DONE.number();
  }
}
