package org.safehand.custody.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.digest.Digest;

class CosignerKeyTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant TIME = Instant.parse("2026-11-27T04:00:00Z");
  private static final String ORIGIN = "example.org/log";

  /** The example of tlog-cosignature, "Ed25519 signed message". */
  private static final String MESSAGE =
      """
      cosignature/v1
      time 1679315147
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
      """;

  private final LogKey log = LogKey.generate(ORIGIN, RANDOM);
  private final Checkpoint checkpoint = new Checkpoint(ORIGIN, 5, Digest.of(new byte[] {1}));

  static Stream<CosignerKey> keys() {
    return Stream.of(
        CosignerKey.generateEd25519("witness.example/w1", RANDOM),
        CosignerKey.generateMlDsa44("witness.example/w2", RANDOM));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void cosignature_ofThisCheckpoint_verifies(CosignerKey key) throws NoteException {
    NoteSignature line = key.cosign(checkpoint, TIME);
    SignedNote note = SignedNote.parse(log.sign(checkpoint).with(List.of(line)).bytes());
    NoteSignature read = note.signatures().get(1);
    assertThat(key.verifierKey().verifies(note, read)).isTrue();
    assertThat(key.verifierKey().cosignedAt(read)).contains(TIME);
    assertThat(note.with(List.of(line))).isEqualTo(note);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void cosignature_ofAnotherSizeRootOriginOrKey_refused(CosignerKey key) throws NoteException {
    NoteSignature line = key.cosign(checkpoint, TIME);
    Stream.of(
            new Checkpoint(ORIGIN, 6, checkpoint.root()),
            new Checkpoint(ORIGIN, 5, Digest.of()),
            new Checkpoint("example.org/other", 5, checkpoint.root()))
        .forEach(
            other ->
                assertThat(key.verifierKey().verifies(log.sign(other).with(List.of(line)), line))
                    .isFalse());
    keys()
        .forEach(
            other ->
                assertThat(other.verifierKey().verifies(log.sign(checkpoint), line)).isFalse());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyBitOfACosignature_counts(CosignerKey key) throws NoteException {
    NoteSignature line = key.cosign(checkpoint, TIME);
    SignedNote note = log.sign(checkpoint);
    byte[] bytes = line.signature();
    for (int at = 0; at < bytes.length; at += at < 80 ? 1 : 97) {
      bytes[at] ^= 1;
      NoteSignature changed = new NoteSignature(line.name(), line.keyId(), bytes);
      assertThat(key.verifierKey().verifies(note, changed)).as("byte " + at).isFalse();
      bytes[at] ^= 1;
    }
    for (int length : new int[] {0, 1, 8, bytes.length - 1}) {
      NoteSignature cut =
          new NoteSignature(line.name(), line.keyId(), Arrays.copyOf(bytes, length));
      assertThat(key.verifierKey().verifies(note, cut)).as("length " + length).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void cosignedAt_isATimeThatCanBe_orNone(CosignerKey key) {
    VerifierKey verifier = key.verifierKey();
    long last = Instant.MAX.getEpochSecond();
    assertThat(verifier.cosignedAt(at(key, 0, 9))).contains(Instant.EPOCH);
    assertThat(verifier.cosignedAt(at(key, last, 9))).contains(Instant.ofEpochSecond(last));
    assertThat(verifier.cosignedAt(at(key, last + 1, 9))).isEmpty();
    assertThat(verifier.cosignedAt(at(key, -1, 9))).isEmpty();
    assertThat(verifier.cosignedAt(at(key, 0, 8))).isEmpty();
    assertThat(log.verifierKey().cosignedAt(at(key, 0, 9))).isEmpty();
    assertThat(log.verifierKey().isCosigner()).isFalse();
  }

  private static NoteSignature at(CosignerKey key, long time, int length) {
    byte[] bytes = ByteBuffer.allocate(9).putLong(time).array();
    return new NoteSignature(key.name(), key.verifierKey().keyId(), Arrays.copyOf(bytes, length));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void privateKey_writtenAndRead_isTheSame(CosignerKey key) {
    CosignerKey read = CosignerKey.parse(key.toNoteForm() + "\n");
    assertThat(read.verifierKey()).isEqualTo(key.verifierKey());
    assertThat(VerifierKey.parse(key.verifierKey().toString())).contains(key.verifierKey());
    assertThat(key.verifierKey().isCosigner()).isTrue();
    assertThat(key).hasToString("cosigner key " + key.name());
    String form = key.toNoteForm();
    for (String other :
        List.of("", form.substring(1), form.replace("+KEY+", "+KEY+x"), log.toNoteForm())) {
      assertThatThrownBy(() -> CosignerKey.parse(other))
          .as(other)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void originTooLongForMlDsa_refused() {
    CosignerKey key = CosignerKey.generateMlDsa44("w", RANDOM);
    Checkpoint named = new Checkpoint("x".repeat(256), 0, Digest.of());
    assertThatThrownBy(() -> key.cosign(named, TIME)).isInstanceOf(NoteException.class);
    Checkpoint longest = new Checkpoint("x".repeat(255), 0, Digest.of());
    assertThatCode(() -> key.cosign(longest, TIME)).doesNotThrowAnyException();
  }

  @Test
  void ed25519Message_isThatOfTheStandard() throws NoteException {
    Checkpoint sofa =
        new Checkpoint(
            "example.com/behind-the-sofa",
            20852163,
            Digest.ofBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=").orElseThrow());
    assertThat(Cosignature.ed25519Message(1679315147, sofa.text()))
        .isEqualTo(MESSAGE.getBytes(UTF_8));
  }
}
