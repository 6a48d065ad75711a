package org.safehand.launcher.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.VerifierKey;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.VarFolder;

/** The key with which the witness cosigns. */
public final class WitnessKeys {
  private static final String NAME = "witness.example/development";

  private final VarFolder folder;
  private final SecureRandom random;

  public WitnessKeys(VarFolder folder, SecureRandom random) {
    this.folder = requireNonNull(folder, "folder is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** The private key in C2SP note form. */
  Path file() {
    return folder.witness().resolve("witness.key");
  }

  /** The public key; the pair is made when this is first asked for. */
  public VerifierKey verifierKey() throws IOException {
    if (!Files.exists(file())) {
      PrivateFiles.write(file(), CosignerKey.generateEd25519(NAME, random).toNoteForm());
    }
    return CosignerKey.parse(Files.readString(file(), UTF_8)).verifierKey();
  }
}
