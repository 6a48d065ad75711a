package org.safehand.custody.vectors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.log.CheckpointVectors;

/**
 * Every ML-DSA-44 line of the suite, verified a second time by the JDK, which has it from 24 on.
 */
class MlDsaByTheJdkTest {
  /** SubjectPublicKeyInfo of id-ml-dsa-44 (RFC 9881) up to the key. */
  private static final byte[] SPKI =
      HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

  private static final int TYPE = 6;
  private static final int SIGNATURE = 2420;

  private static boolean jdkKnowsMlDsa() {
    try {
      return KeyFactory.getInstance("ML-DSA") != null;
    } catch (NoSuchAlgorithmException e) {
      return false;
    }
  }

  @Test
  void mlDsaLines_ofTheSuite_areJudgedAlikeByTheJdk() throws Exception {
    assumeTrue(jdkKnowsMlDsa(), "ML-DSA needs JDK 24; the suite was run with Bouncy Castle alone");
    int judged = 0;
    for (Vector vector : Suite.kept(new CheckpointVectors()).vectors().values()) {
      judged += judge(vector);
    }
    assertThat(judged).isGreaterThanOrEqualTo(12);
  }

  /** How many lines were judged. */
  private static int judge(Vector vector) throws IOException, GeneralSecurityException {
    List<VerifierKey> keys =
        List.of("log-key", "witness").stream()
            .flatMap(field -> vector.texts(field).stream())
            .map(vkey -> VerifierKey.parse(vkey).orElseThrow())
            .filter(key -> typed(key)[0] == TYPE)
            .toList();
    int judged = 0;
    for (VerifierKey key : keys) {
      SignedNote note = parse(vector);
      for (NoteSignature line : note.signatures()) {
        if (key.claims(line)) {
          assertThat(byTheJdk(key, note.text(), line.signature()))
              .as(vector.shows())
              .isEqualTo(key.verifies(note, line));
          judged++;
        }
      }
    }
    return judged;
  }

  private static SignedNote parse(Vector vector) {
    try {
      return SignedNote.parse(vector.bytes("checkpoint"));
    } catch (NoteException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] typed(VerifierKey key) {
    String text = key.toString();
    return CanonicalBase64.decode(text.substring(text.indexOf('+') + 10)).orElseThrow();
  }

  private static boolean byTheJdk(VerifierKey key, String text, byte[] stamped)
      throws GeneralSecurityException {
    String[] lines = text.split("\n", -1);
    if (stamped.length != Long.BYTES + SIGNATURE || lines.length != 4) {
      return false;
    }
    byte[] spki =
        ByteBuffer.allocate(SPKI.length + 1312).put(SPKI).put(typed(key), 1, 1312).array();
    PublicKey publicKey =
        KeyFactory.getInstance("ML-DSA").generatePublic(new X509EncodedKeySpec(spki));
    Signature verifier = Signature.getInstance("ML-DSA");
    verifier.initVerify(publicKey);
    verifier.update(message(key.name(), lines, ByteBuffer.wrap(stamped).getLong()));
    return verifier.verify(Arrays.copyOfRange(stamped, Long.BYTES, stamped.length));
  }

  /** cosigned_message of tlog-cosignature, written here a second time. */
  private static byte[] message(String cosigner, String[] lines, long time) {
    byte[] root = Digest.ofBase64(lines[2]).orElseThrow().bytes();
    return ByteBuffer.allocate(12 + 1 + cosigner.length() + 8 + 1 + lines[0].length() + 16 + 32)
        .put("subtree/v1\n\0".getBytes(US_ASCII))
        .put((byte) cosigner.length())
        .put(cosigner.getBytes(US_ASCII))
        .putLong(time)
        .put((byte) lines[0].length())
        .put(lines[0].getBytes(US_ASCII))
        .putLong(0)
        .putLong(Long.parseLong(lines[1]))
        .put(root)
        .array();
  }
}
