package org.safehand.custody.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;

class LogTrustTest {
  private static final String ORIGIN = "example.org/log";

  private final LogKey key = LogKey.generate(ORIGIN, new SecureRandom());
  private final LogKey retired = LogKey.generate(ORIGIN, new SecureRandom());
  private final Witness witness = new Witness("witness.example/w1");
  private final Checkpoint checkpoint = new Checkpoint(ORIGIN, 5, Digest.of());
  private final String note = key.sign(checkpoint).toString();

  private LogTrust trust(int quorum) {
    return new LogTrust(
        ORIGIN,
        List.of(key.verifierKey(), retired.verifierKey()),
        List.of(witness.verifierKey()),
        quorum);
  }

  private static SignedNote parse(String note) throws NoteException {
    return SignedNote.parse(note.getBytes(UTF_8));
  }

  private static String line(String note) {
    return note.substring(note.lastIndexOf("\n\n") + 2);
  }

  private static void assertFault(NoteFault fault, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(NoteException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @Test
  void anyTrustedLogKey_suffices() throws NoteException {
    assertThat(trust(0).verify(parse(note))).isEqualTo(checkpoint);
    assertThat(trust(0).verify(retired.sign(checkpoint))).isEqualTo(checkpoint);
    String both = note + line(retired.sign(checkpoint).toString());
    assertThat(trust(0).verify(parse(both))).isEqualTo(checkpoint);
  }

  @Test
  void postQuantumKeyOfTheLog_mustHaveSignedToo() throws NoteException {
    CosignerKey second = CosignerKey.generateMlDsa44(ORIGIN, new SecureRandom());
    LogTrust both =
        new LogTrust(ORIGIN, List.of(key.verifierKey(), second.verifierKey()), List.of(), 0);
    NoteSignature line = second.cosign(checkpoint, Instant.EPOCH);
    SignedNote signed = key.sign(checkpoint).with(List.of(line));
    assertThat(both.verify(signed)).isEqualTo(checkpoint);
    assertFault(NoteFault.UNSIGNED, () -> both.verify(key.sign(checkpoint)));
    Checkpoint other = new Checkpoint(ORIGIN, 6, Digest.of());
    assertFault(NoteFault.BAD_SIGNATURE, () -> both.verify(key.sign(other).with(List.of(line))));
    assertThatThrownBy(() -> new LogTrust(ORIGIN, List.of(second.verifierKey()), List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lineOfUnknownKey_refused() {
    LogKey stranger = LogKey.generate(ORIGIN, new SecureRandom());
    assertFault(NoteFault.UNKNOWN_SIGNER, () -> trust(0).verify(stranger.sign(checkpoint)));
    String extra = note + line(stranger.sign(checkpoint).toString());
    assertFault(NoteFault.UNKNOWN_SIGNER, () -> trust(0).verify(parse(extra)));
  }

  @Test
  void lineTwice_refused() {
    assertFault(NoteFault.MALFORMED, () -> trust(0).verify(parse(note + line(note))));
  }

  @Test
  void secondLineBroken_refusedThoughTheFirstHolds() {
    String other = line(retired.sign(new Checkpoint(ORIGIN, 6, Digest.of())).toString());
    assertFault(NoteFault.BAD_SIGNATURE, () -> trust(0).verify(parse(note + other)));
  }

  @Test
  void otherOrigin_refused() {
    Checkpoint other = new Checkpoint("example.org/other", 5, Digest.of());
    assertFault(NoteFault.WRONG_ORIGIN, () -> trust(0).verify(key.sign(other)));
  }

  @Test
  void quorum_countsDifferentWitnessesOnly() throws NoteException {
    assertFault(NoteFault.QUORUM, () -> trust(1).verify(parse(note)));
    String cosigned = note + witness.line(checkpoint.text(), 1764000000L);
    assertThat(trust(1).verify(parse(cosigned))).isEqualTo(checkpoint);
    assertFault(
        NoteFault.UNSIGNED,
        () ->
            trust(1).verify(parse(checkpoint.text() + "\n" + witness.line(checkpoint.text(), 1L))));
    String otherTime =
        note + witness.line(checkpoint.text().replace("\n5\n", "\n6\n"), 1764000000L);
    assertFault(NoteFault.BAD_SIGNATURE, () -> trust(1).verify(parse(otherTime)));
  }

  @Test
  void restore_isSignedByLogKeysAlone() throws NoteException {
    RestoreStatement statement =
        new RestoreStatement(ORIGIN, 3, 5, Digest.of(), 1, Digest.of(), Instant.EPOCH);
    assertThat(trust(1).verifyRestore(key.sign(statement))).isEqualTo(statement);
    assertThat(trust(1).verifyRestore(retired.sign(statement))).isEqualTo(statement);
    LogKey stranger = LogKey.generate(ORIGIN, new SecureRandom());
    assertFault(NoteFault.UNKNOWN_SIGNER, () -> trust(1).verifyRestore(stranger.sign(statement)));
    String note = key.sign(statement).toString();
    String altered = note.replace("\n1\n", "\n2\n");
    assertFault(NoteFault.BAD_SIGNATURE, () -> trust(1).verifyRestore(parse(altered)));
    String cosigned = statement.text() + "\n" + witness.line(statement.text(), 1L);
    assertFault(NoteFault.UNKNOWN_SIGNER, () -> trust(1).verifyRestore(parse(cosigned)));
    assertFault(NoteFault.MALFORMED, () -> trust(1).verifyRestore(key.sign(checkpoint)));
    assertFault(NoteFault.MALFORMED, () -> trust(0).verify(key.sign(statement)));
    RestoreStatement other =
        new RestoreStatement("other.example", 3, 5, Digest.of(), 1, Digest.of(), Instant.EPOCH);
    assertFault(NoteFault.WRONG_ORIGIN, () -> trust(1).verifyRestore(key.sign(other)));
  }

  @Test
  void emptyOrImpossiblePolicies_refused() {
    assertThatThrownBy(() -> new LogTrust(ORIGIN, List.of(), List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LogTrust(ORIGIN, List.of(key.verifierKey()), List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new LogTrust(ORIGIN, List.of(key.verifierKey(), key.verifierKey()), List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LogTrust(ORIGIN, List.of(witness.verifierKey()), List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A witness by the words of tlog-cosignature, apart from the code under test. */
  private static final class Witness {
    private final Ed25519PrivateKeyParameters key =
        new Ed25519PrivateKeyParameters(new SecureRandom());
    private final String name;

    Witness(String name) {
      this.name = name;
    }

    VerifierKey verifierKey() {
      byte[] typed = typed();
      return VerifierKey.parse(
              name
                  + "+"
                  + String.format("%08x", keyId(typed))
                  + "+"
                  + CanonicalBase64.encode(typed))
          .orElseThrow();
    }

    private byte[] typed() {
      return ByteBuffer.allocate(33)
          .put((byte) 4)
          .put(key.generatePublicKey().getEncoded())
          .array();
    }

    private int keyId(byte[] typed) {
      return ByteBuffer.wrap(Digest.of((name + "\n").getBytes(UTF_8), typed).bytes()).getInt();
    }

    String line(String text, long time) {
      byte[] message = ("cosignature/v1\ntime " + time + "\n" + text).getBytes(UTF_8);
      byte[] signature = new byte[64];
      key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
      byte[] bytes =
          ByteBuffer.allocate(76).putInt(keyId(typed())).putLong(time).put(signature).array();
      return "\u2014 " + name + " " + CanonicalBase64.encode(bytes) + "\n";
    }
  }
}
