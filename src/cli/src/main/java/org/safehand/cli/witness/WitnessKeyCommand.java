package org.safehand.cli.witness;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.note.CosignerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code safehand witness key}. */
@Command(
    name = "key",
    description = {
      "Makes the key of a witness and prints its verifier key.",
      "",
      "The verifier key is public: whoever runs a log or verifies one needs it."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class WitnessKeyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The witness's name, a URL without scheme, such as witness.example/w1.")
  private String name;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The private key; nothing is overwritten.")
  private Path out;

  @Option(names = "--post-quantum", description = "ML-DSA-44 (default: Ed25519).")
  private boolean postQuantum;

  public WitnessKeyCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException {
    CosignerKey key = generate();
    new WitnessKeyFile(out).create(key);
    terminal.line(key.verifierKey().toString());
    return ExitCode.DONE.number();
  }

  private CosignerKey generate() throws CliException {
    SecureRandom random = new SecureRandom();
    try {
      return postQuantum
          ? CosignerKey.generateMlDsa44(name, random)
          : CosignerKey.generateEd25519(name, random);
    } catch (IllegalArgumentException e) {
      throw new CliException(CliCode.USAGE, "--name", String.valueOf(e.getMessage()));
    }
  }
}
