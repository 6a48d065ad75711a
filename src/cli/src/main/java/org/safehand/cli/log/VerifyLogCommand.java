package org.safehand.cli.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code safehand verify log DIR --trust DIR}. */
@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies an exported custody log offline: every byte of every file.",
      "",
      "The first word of a refusal is a stable code; the place in the log follows it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:verified",
      "1:the log is refused; the line names the place",
      "2:wrong use of the command",
      "3:the trust folder is incomplete or malformed: nothing was decided",
      "9:a file could not be read"
    })
public final class VerifyLogCommand implements Callable<Integer> {
  private static final int VERIFIED = 0;
  private static final int REFUSED = 1;
  private static final int UNDECIDABLE = 3;
  private static final int LOCAL_IO = 9;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The log: checkpoint, tile/, tile/entries/.")
  private Path log = Path.of("");

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "DIR",
      description = "The trust folder: trust.json and the files it names.")
  private Path trust = Path.of("");

  public VerifyLogCommand() {}

  @Override
  public Integer call() {
    if (!Files.isDirectory(log)) {
      throw new ParameterException(spec().commandLine(), log + " is not a folder");
    }
    PrintWriter err = spec().commandLine().getErr();
    try {
      VerifiedLog verified = LogVerifier.verify(log, readTrust());
      report(verified, spec().commandLine().getOut());
      return VERIFIED;
    } catch (TrustException e) {
      err.println(e.getMessage());
      return UNDECIDABLE;
    } catch (LogException e) {
      err.println(e.getMessage());
      return REFUSED;
    } catch (IOException e) {
      err.println("cannot read " + e.getMessage());
      return LOCAL_IO;
    }
  }

  private Trust readTrust() throws TrustException, IOException {
    return TrustFolder.read(trust);
  }

  private static void report(VerifiedLog verified, PrintWriter out) {
    out.println("verified " + verified.checkpoint().size() + " entries");
    out.println("log      " + verified.checkpoint().origin());
    out.println("root     " + verified.checkpoint().root().hex());
    out.println("signed   " + String.join(", ", verified.signers()));
    out.println("files    " + verified.files());
  }

  private CommandSpec spec() {
    CommandSpec injected = spec;
    if (injected == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    return injected;
  }
}
