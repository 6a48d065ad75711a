package org.safehand.cli.mirror;

import java.io.IOException;
import java.nio.file.Path;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import picocli.CommandLine.Option;

/** The option {@code --trust} of every command that believes something. */
@SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
final class TrustOption {
  @Option(
      names = "--trust",
      required = true,
      paramLabel = "DIR",
      description = "The trust folder: trust.json and the files it names.")
  private Path folder;

  Trust read() throws TrustException, IOException {
    return TrustFolder.read(folder);
  }
}
