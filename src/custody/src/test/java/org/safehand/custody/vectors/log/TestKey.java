package org.safehand.custody.vectors.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.vectors.form.EdwardsOrder;
import org.safehand.custody.vectors.form.FixedRandom;

/**
 * A key of the suite, which signs what it is given, true or not.
 *
 * @param name its name in a note
 * @param type its type byte: 1, 4 or 6
 * @param seedName under which its private key is made
 */
public record TestKey(String name, int type, String seedName) {
  public static final String ORIGIN = "log.example.org";
  public static final long TIME = 1_795_492_319L;

  public static final TestKey LOG = new TestKey(ORIGIN, 1, "log");
  public static final TestKey RETIRED = new TestKey(ORIGIN, 1, "retired log");
  public static final TestKey LOG_ML_DSA = new TestKey(ORIGIN, 6, "log ml-dsa");
  public static final TestKey WITNESS = new TestKey("witness.example.org/w1", 4, "w1");
  public static final TestKey SECOND_WITNESS = new TestKey("witness.example.org/w2", 4, "w2");
  public static final TestKey WITNESS_ML_DSA = new TestKey("witness.example.org/w3", 6, "w3");
  public static final TestKey STRANGER = new TestKey("stranger.example.org", 1, "stranger");

  public VerifierKey vkey() {
    return type == 1
        ? LogKey.generate(name, new FixedRandom(seedName)).verifierKey()
        : cosigner().verifierKey();
  }

  /** The key as a witness holds it. */
  public CosignerKey cosigner() {
    FixedRandom random = new FixedRandom(seedName);
    return type == 4
        ? CosignerKey.generateEd25519(name, random)
        : CosignerKey.generateMlDsa44(name, random);
  }

  /** The signature line over {@code text}, with its newline; a cosignature is made at TIME. */
  public String line(String text) {
    return type == 1 ? line(sign(text)) : cosignature(text, TIME);
  }

  /** The line that carries {@code signature}, whatever that is. */
  public String line(byte[] signature) {
    byte[] bytes =
        ByteBuffer.allocate(4 + signature.length).putInt(vkey().keyId()).put(signature).array();
    return "\u2014 " + name + " " + CanonicalBase64.encode(bytes) + "\n";
  }

  public byte[] sign(String message) {
    return EdwardsOrder.sign(FixedRandom.seed(seedName), message.getBytes(UTF_8));
  }

  public String cosignature(String text, long time) {
    return line(stamped(text, time));
  }

  /** Time and signature, as a cosignature line carries them after the key id. */
  public byte[] stamped(String text, long time) {
    if (type == 6) {
      return mlDsa(text, time);
    }
    byte[] signature = sign("cosignature/v1\ntime " + time + "\n" + text);
    return ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array();
  }

  private byte[] mlDsa(String text, long time) {
    String[] lines = text.split("\n", -1);
    try {
      return cosigner()
          .cosign(
              new Checkpoint(
                  lines[0], Long.parseLong(lines[1]), Digest.ofBase64(lines[2]).orElseThrow()),
              Instant.ofEpochSecond(time))
          .signature();
    } catch (NoteException e) {
      throw new AssertionError(e);
    }
  }
}
