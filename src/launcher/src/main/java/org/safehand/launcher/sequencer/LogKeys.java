package org.safehand.launcher.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.VerifierKey;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.VarFolder;

/** The key that signs checkpoints. */
public final class LogKeys {
  private final VarFolder folder;
  private final SecureRandom random;

  public LogKeys(VarFolder folder, SecureRandom random) {
    this.folder = requireNonNull(folder, "folder is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** The private key in C2SP note form. */
  Path file() {
    return folder.sequencer().resolve("log.skey");
  }

  /** The public key; the pair is made when this is first asked for. */
  public VerifierKey verifierKey() throws IOException {
    if (!Files.exists(file())) {
      LogKey key = LogKey.generate(GatewayEnvironment.LOG_ORIGIN, random);
      PrivateFiles.write(file(), key.toNoteForm());
    }
    return LogKey.parse(GatewayEnvironment.LOG_ORIGIN, Files.readString(file(), UTF_8))
        .verifierKey();
  }
}
