package org.safehand.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

class SealingKeyTest {
  private static final UUID CASE = new UUID(1, 2);
  private static final SealContext HERE = new SealContext("content-key", CASE, 1, "0001", 7);
  private static final byte[] PLAIN = new byte[32];

  private final SealingKey key = keyOf(1);

  @Test
  void open_inTheSameContext_givesThePlainBytes() {
    assertThat(key.open(key.seal(PLAIN, HERE), HERE)).isEqualTo(PLAIN);
  }

  @Test
  void seal_twice_neverGivesTheSameBytes() {
    assertThat(key.seal(PLAIN, HERE)).isNotEqualTo(key.seal(PLAIN, HERE));
  }

  static Stream<SealContext> otherContexts() {
    return Stream.of(
        new SealContext("custody-body", CASE, 1, "0001", 7),
        new SealContext("content-key", new UUID(1, 3), 1, "0001", 7),
        new SealContext("content-key", CASE, 2, "0001", 7),
        new SealContext("content-key", CASE, 1, "0002", 7),
        new SealContext("content-key", CASE, 1, "0001", 8));
  }

  @ParameterizedTest
  @MethodSource("otherContexts")
  void open_inAnotherContext_isRefused(SealContext elsewhere) {
    byte[] sealed = key.seal(PLAIN, HERE);

    assertBroken(sealed, elsewhere, key);
  }

  @Test
  void open_withAnyBitFlipped_isRefused() {
    byte[] sealed = key.seal(PLAIN, HERE);
    for (int bit = 0; bit < 8 * sealed.length; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertBroken(flipped, HERE, key);
    }
  }

  @Test
  void open_cutShort_isRefused() {
    byte[] sealed = key.seal(PLAIN, HERE);
    for (int length = 0; length < sealed.length; length++) {
      assertBroken(Arrays.copyOf(sealed, length), HERE, key);
    }
  }

  @Test
  void open_underAnotherKey_isRefused() {
    assertBroken(key.seal(PLAIN, HERE), HERE, keyOf(2));
  }

  private static void assertBroken(byte[] sealed, SealContext context, SealingKey key) {
    assertThatThrownBy(() -> key.open(sealed, context))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.SEAL_BROKEN));
  }

  private static SealingKey keyOf(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return new SealingKey(new SecretKeySpec(bytes, "AES"), new SecureRandom());
  }
}
