package org.safehand.packaging.segment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;

/** What is kept of a segment: lengths and ranges, and what equals what. */
class SegmentValuesTest {
  private static final Digest DIGEST = Digest.of("ciphertext".getBytes(US_ASCII));
  private static final String HEX = "0123456789abcdef".repeat(8);

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xa5);
    return bytes;
  }

  private static SegmentFacts facts(int bytes, long crc32) {
    return new SegmentFacts(
        bytes, Nonce.ofBytes(bytes(Nonce.LENGTH)), Tag.ofBytes(bytes(Tag.LENGTH)), DIGEST, crc32);
  }

  @Test
  void nonce_hasTwelveBytesAndIsItsBytes() {
    Nonce nonce = Nonce.ofBytes(bytes(12));
    assertThat(nonce.bytes()).isEqualTo(bytes(12));
    assertThat(nonce).hasToString("a5".repeat(12)).isEqualTo(Nonce.ofBytes(bytes(12)));
    assertThat(nonce).isNotEqualTo(Nonce.ofBytes(new byte[12])).isNotEqualTo("a5".repeat(12));
    refused(() -> Nonce.ofBytes(bytes(11)));
    refused(() -> Nonce.ofBytes(bytes(13)));
  }

  @Test
  void tag_hasSixteenBytesAndIsItsBytes() {
    Tag tag = Tag.ofBytes(bytes(16));
    assertThat(tag.bytes()).isEqualTo(bytes(16));
    assertThat(tag).hasToString("a5".repeat(16)).isEqualTo(Tag.ofBytes(bytes(16)));
    assertThat(tag).isNotEqualTo(Tag.ofBytes(new byte[16])).isNotEqualTo("a5".repeat(16));
    refused(() -> Tag.ofBytes(bytes(15)));
    refused(() -> Tag.ofBytes(bytes(17)));
  }

  @Test
  void sha512_hasOneText() {
    Sha512 digest = Sha512.ofHex(HEX);
    assertThat(digest.hex()).isEqualTo(HEX);
    assertThat(digest).hasToString(HEX).isEqualTo(Sha512.ofBytes(digest.bytes()));
    assertThat(digest).isNotEqualTo(Sha512.ofBytes(bytes(64))).isNotEqualTo(HEX);
    refused(() -> Sha512.ofBytes(bytes(63)));
    refused(() -> Sha512.ofBytes(bytes(65)));
    refused(() -> Sha512.ofHex(HEX.toUpperCase(Locale.ROOT)));
    refused(() -> Sha512.ofHex(HEX + "00"));
    refused(() -> Sha512.ofHex(HEX.substring(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, SegmentFacts.MAX_BYTES})
  void facts_ofALengthThatASegmentHas_areTaken(int length) {
    assertThat(facts(length, 0).bytes()).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, SegmentFacts.MAX_BYTES + 1})
  void facts_ofAnotherLength_areRefused(int length) {
    refused(() -> facts(length, 0));
  }

  @Test
  void facts_takeACrcOf32Bits() {
    assertThat(facts(1, 0xFFFF_FFFFL).crc32()).isEqualTo(0xFFFF_FFFFL);
    refused(() -> facts(1, -1));
    refused(() -> facts(1, 0x1_0000_0000L));
  }

  private static void refused(Runnable making) {
    assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
  }
}
