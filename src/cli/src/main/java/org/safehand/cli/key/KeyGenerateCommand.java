package org.safehand.cli.key;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.safehand.cli.file.OwnerFile;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code safehand key generate}. */
@Command(
    name = "generate",
    description = {
      "Makes the key pair to which packages are encrypted, and what its certificate is asked with.",
      "",
      "The private key never leaves this machine. Read the fingerprint that is printed to the"
          + " authority on another way than the request takes. Nothing is overwritten.",
      "",
      "An ML-KEM key cannot sign, so there is no request in the form of PKCS#10 for it: its public"
          + " key is written instead. Once an authority certified it, the hotline sends a challenge"
          + " that only its owner can answer, by 'key prove'."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class KeyGenerateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      defaultValue = "ecdh-p384",
      description =
          "rsa-3072, ecdh-p256, ecdh-p384, ml-kem-768 or ml-kem-1024 (default: ecdh-p384). ML-KEM"
              + " stands against quantum computers.")
  private String algorithm;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "Whom the request names, such as \"CN=Case desk,O=Example Police,C=NO\".")
  private @Nullable String subject;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "KEY.pem",
      description = "The private key.")
  private Path out;

  @Option(
      names = "--request",
      required = true,
      paramLabel = "REQUEST.pem",
      description = "The certificate request; for ML-KEM the public key.")
  private Path request;

  @Option(
      names = "--password",
      description = "Encrypt the private key by a password, which is asked for.")
  private boolean passwordAsked;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Encrypt the private key by the only line of this file.")
  private @Nullable Path passwordFile;

  public KeyGenerateCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException {
    KeyKind kind =
        KeyKind.find(algorithm)
            .orElseThrow(() -> usage("--algorithm", "must be one of " + KeyKind.names()));
    Optional<X500Name> name = name(kind);
    OwnerFile keyFile = new OwnerFile(out);
    OwnerFile requestFile = new OwnerFile(request);
    keyFile.requireAbsent();
    requestFile.requireAbsent();
    SecureRandom random = new SecureRandom();
    Optional<char[]> password = password();
    NewKey key = kind.generate(random);
    keyFile.create(PrivateKeyFile.encode(key.privateKey(), password, random));
    try {
      requestFile.create(
          name.isPresent()
              ? Request.pkcs10(kind, key, key.signer().orElseThrow(), name.get())
              : Request.publicKey(key));
    } catch (CliException e) {
      keyFile.delete();
      throw e;
    }
    terminal.line(summary(kind, key));
    return ExitCode.DONE.number();
  }

  private String summary(KeyKind kind, NewKey key) {
    String what =
        kind.signs()
            ? "PKCS#10 request in " + request
            : "public key in " + request + " (no PKCS#10 request: an ML-KEM key cannot sign one)";
    return what + ", SHA-256 of the public key " + Fingerprint.of(key.publicKey());
  }

  private Optional<X500Name> name(KeyKind kind) throws CliException {
    if (!kind.signs()) {
      if (subject != null) {
        throw usage("--subject", "nothing that is written for an ML-KEM key has a place for it");
      }
      return Optional.empty();
    }
    if (subject == null) {
      throw usage("--subject", "a request names somebody");
    }
    try {
      X500Name name = new X500Name(subject);
      if (name.getRDNs().length > 0) {
        return Optional.of(name);
      }
    } catch (IllegalArgumentException e) {
      throw usage("--subject", "not a distinguished name: " + e.getMessage());
    }
    throw usage("--subject", "a request names somebody");
  }

  /** Empty if the key is to be written as it is. */
  private Optional<char[]> password() throws CliException {
    if (passwordAsked && passwordFile != null) {
      throw usage("--password", "the password is either asked for or in a file");
    }
    return passwordAsked || passwordFile != null
        ? Optional.of(KeyPassword.from(Optional.ofNullable(passwordFile), terminal).chosen())
        : Optional.empty();
  }

  private static CliException usage(String place, String reason) {
    return new CliException(CliCode.USAGE, place, reason);
  }
}
