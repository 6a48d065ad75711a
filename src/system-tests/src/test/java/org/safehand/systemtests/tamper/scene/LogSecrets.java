package org.safehand.systemtests.tamper.scene;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.launcher.gateway.GatewayEnvironment;

/** The two keys of a log and the key of its witness. */
public record LogSecrets(LogKey log, CosignerKey postQuantum, CosignerKey witness) {
  private static final String ORIGIN = GatewayEnvironment.LOG_ORIGIN;

  public LogSecrets {
    requireNonNull(log, "log is null");
    requireNonNull(postQuantum, "postQuantum is null");
    requireNonNull(witness, "witness is null");
  }

  /** Fresh keys, under the names that all logs here have. */
  public static LogSecrets generate() {
    SecureRandom random = new SecureRandom();
    return new LogSecrets(
        LogKey.generate(ORIGIN, random),
        CosignerKey.generateMlDsa44(ORIGIN, random),
        CosignerKey.generateEd25519("witness.example.org/tamper", random));
  }

  /** The keys of the log, as others know them. */
  List<VerifierKey> logKeys() {
    return List.of(log.verifierKey(), postQuantum.verifierKey());
  }

  /** Trust in the log when the witness has cosigned. */
  public LogTrust trust() {
    return new LogTrust(ORIGIN, logKeys(), List.of(witness.verifierKey()), 1);
  }

  /** The checkpoint of {@code size} and {@code root}, signed as the sequencer signs. */
  public SignedNote sign(long size, Digest root) throws NoteException {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, size, root);
    return log.sign(checkpoint).with(List.of(postQuantum.cosign(checkpoint, Instant.now())));
  }
}
