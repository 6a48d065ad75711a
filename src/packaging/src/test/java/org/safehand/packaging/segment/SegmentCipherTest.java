package org.safehand.packaging.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;

class SegmentCipherTest {
  private final SegmentCipher cipher = new SegmentCipher(new SecureRandom());

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 16_384, 16_385, 100_000, SegmentFacts.MAX_BYTES})
  void seal_anyLength_opensToTheSameBytes(int length) throws Exception {
    byte[] plaintext = bytes(length);

    SealedSegment sealed = cipher.seal(plaintext, length);

    byte[] buffer = new byte[length + Tag.LENGTH];
    sealed.ciphertext().get(buffer, 0, length);
    byte[] opened = new byte[length];
    SegmentFacts facts = sealed.facts();
    SegmentCipher.open(sealed.key(), facts.nonce(), facts.tag(), buffer, length, opened);
    assertThat(opened).isEqualTo(plaintext);
  }

  @Test
  void seal_segment_factsDescribeTheCiphertextAsThePlatformMakesIt() throws Exception {
    byte[] plaintext = bytes(50_000);

    SealedSegment sealed = cipher.seal(plaintext, 40_000);

    SegmentFacts facts = sealed.facts();
    Cipher oneGo = Cipher.getInstance("AES/GCM/NoPadding");
    oneGo.init(
        Cipher.ENCRYPT_MODE,
        sealed.key().secretKey(),
        new GCMParameterSpec(128, facts.nonce().bytes()));
    byte[] expected = oneGo.doFinal(plaintext, 0, 40_000);
    byte[] ciphertext = Arrays.copyOf(expected, 40_000);
    CRC32 crc = new CRC32();
    crc.update(ciphertext);
    byte[] actual = new byte[40_000];
    sealed.ciphertext().get(actual);
    assertThat(actual).isEqualTo(ciphertext);
    assertThat(facts.tag()).isEqualTo(Tag.ofBytes(Arrays.copyOfRange(expected, 40_000, 40_016)));
    assertThat(facts.ciphertextSha256()).isEqualTo(Digest.of(ciphertext));
    assertThat(facts.crc32()).isEqualTo(crc.getValue());
    assertThat(facts.bytes()).isEqualTo(40_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_384, 16_385, 100_000, SegmentFacts.MAX_BYTES})
  void sealInPlace_anyLength_replacesThePlaintextAndOpensToIt(int length) throws Exception {
    byte[] plaintext = bytes(length);
    byte[] buffer = Arrays.copyOf(plaintext, length + Tag.LENGTH);

    SealedSegment sealed = cipher.sealInPlace(buffer, length);

    SegmentFacts facts = sealed.facts();
    assertThat(Digest.of(Arrays.copyOf(buffer, length))).isEqualTo(facts.ciphertextSha256());
    assertThat(sealed.ciphertext())
        .isEqualTo(ByteBuffer.wrap(Arrays.copyOf(buffer, facts.bytes())));
    byte[] opened = new byte[length];
    SegmentCipher.open(sealed.key(), facts.nonce(), facts.tag(), buffer, length, opened);
    assertThat(Arrays.equals(opened, plaintext)).isTrue();
  }

  @Test
  void sealInPlace_noRoomForTheTag_isRefused() {
    assertThatThrownBy(() -> cipher.sealInPlace(new byte[100 + Tag.LENGTH - 1], 100))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void seal_sameBytesTwice_sharesNeitherKeyNorNonce() {
    SealedSegment first = cipher.seal(new byte[10], 10);
    SealedSegment second = cipher.seal(new byte[10], 10);

    assertThat(first.key()).isNotEqualTo(second.key());
    assertThat(first.facts().nonce()).isNotEqualTo(second.facts().nonce());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 500, 999})
  void open_flippedCiphertext_isRefusedAndLeavesNothing(int place) {
    SealedSegment sealed = cipher.seal(bytes(1000), 1000);
    byte[] buffer = new byte[1000 + Tag.LENGTH];
    sealed.ciphertext().get(buffer, 0, 1000);
    buffer[place] ^= 1;
    byte[] opened = new byte[1000];
    SegmentFacts facts = sealed.facts();

    assertThatThrownBy(
            () ->
                SegmentCipher.open(sealed.key(), facts.nonce(), facts.tag(), buffer, 1000, opened))
        .isInstanceOf(AEADBadTagException.class);
    assertThat(opened).containsOnly(0);
  }

  @Test
  void seal_moreThanASegment_isRefused() {
    int tooMuch = SegmentFacts.MAX_BYTES + 1;

    assertThatThrownBy(() -> cipher.seal(new byte[tooMuch], tooMuch))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_key_isHidden() {
    assertThat(cipher.seal(new byte[1], 1).key()).hasToString("ContentKey[hidden]");
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
