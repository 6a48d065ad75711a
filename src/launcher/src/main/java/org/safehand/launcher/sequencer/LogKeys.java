package org.safehand.launcher.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.VerifierKey;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.VarFolder;

/** The two keys that sign checkpoints: Ed25519 and ML-DSA-44. */
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

  /** The private post-quantum key in C2SP note form. */
  Path postQuantumFile() {
    return folder.sequencer().resolve("log-pq.skey");
  }

  /** Makes the pairs that are not there. */
  public void make() throws IOException {
    if (!Files.exists(file())) {
      LogKey key = LogKey.generate(GatewayEnvironment.LOG_ORIGIN, random);
      PrivateFiles.write(file(), key.toNoteForm());
    }
    if (!Files.exists(postQuantumFile())) {
      CosignerKey key = CosignerKey.generateMlDsa44(GatewayEnvironment.LOG_ORIGIN, random);
      PrivateFiles.write(postQuantumFile(), key.toNoteForm());
    }
  }

  /** The public keys, the Ed25519 one first; the pairs are made when this is first asked for. */
  public List<VerifierKey> verifierKeys() throws IOException {
    make();
    String origin = GatewayEnvironment.LOG_ORIGIN;
    return List.of(
        LogKey.parse(origin, Files.readString(file(), UTF_8)).verifierKey(),
        CosignerKey.parse(Files.readString(postQuantumFile(), UTF_8)).verifierKey());
  }
}
