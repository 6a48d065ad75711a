package org.safehand.cli.possession;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safehand.cli.key.Fingerprint;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.cli.verify.RecipientOptions;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.possession.ChallengeText;
import org.safehand.packaging.possession.PossessionException;
import org.safehand.packaging.possession.PossessionFault;
import org.safehand.packaging.possession.SealedChallenge;
import org.safehand.packaging.recipient.RecipientKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code safehand key prove CHALLENGE --key KEY.pem --cert CERT.pem}. */
@Command(
    name = "prove",
    description = {
      "Answers a challenge, by which a hotline sees that you have the key it was encrypted to.",
      "",
      "The answer, SHA-256 of what was encrypted, is all that is printed. On standard error stands"
          + " for which agency it is good: tell it to nobody if that is not you. What is no"
          + " challenge, or one to another key, is refused, and nothing is told about it.",
      "",
      "OpenSSL 3.6 or newer gives the same. Look at the text before you hash it:",
      "openssl cms -decrypt -binary -inform PEM -in CHALLENGE -inkey KEY.pem -recip CERT.pem -out"
          + " challenge.txt; cat challenge.txt; sha256sum challenge.txt"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class KeyProveCommand implements Callable<Integer> {
  /** Many times what a challenge has. */
  private static final int MAX_BYTES = 64 * 1024;

  private final Terminal terminal;

  @Parameters(paramLabel = "CHALLENGE", description = "The challenge, as the hotline sent it.")
  private Path file;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private RecipientOptions recipient;

  public KeyProveCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws CliException, PackageException {
    SealedChallenge challenge = SealedChallenge.of(text());
    RecipientKey key = recipient.read(terminal);
    ChallengeText opened;
    try {
      opened = challenge.open(key);
    } catch (PossessionException e) {
      throw refused(e.fault(), e.detail());
    }
    terminal.note("challenge " + opened.id());
    terminal.note("proves to a hotline that agency " + opened.agency());
    terminal.note("has the key " + new Fingerprint(opened.key()));
    terminal.line(opened.answer().hex());
    return ExitCode.DONE.number();
  }

  private String text() throws CliException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw refused(PossessionFault.CHALLENGE_MALFORMED, "longer than any challenge");
      }
      return new String(bytes, ISO_8859_1);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
  }

  private CliException refused(PossessionFault fault, String detail) {
    return new CliException(fault.code(), ExitCode.REFUSED, file.toString(), detail);
  }
}
