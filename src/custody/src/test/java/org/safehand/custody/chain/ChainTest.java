package org.safehand.custody.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;

class ChainTest {
  /** Key of 32 bytes 0x00 to 0x1f; computed with {@code openssl dgst -mac HMAC}. */
  @Test
  void tag_isHmacOfEightBigEndianBytes() {
    byte[] secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) i;
    }
    TagKey key = TagKey.ofBytes(secret);
    assertThat(key.tag(0).hex())
        .isEqualTo("9f0cd9b94097fe4929918d2b8942b34439574261a35dc50163f06c67d4e48899");
    assertThat(key.tag(258).hex())
        .isEqualTo("c82dcd3922da9561a1a45609a7e3eb3dfa39b8df909016f48d6831c45cf93b7f");
    assertThat(key.commitment()).isEqualTo(Digest.of(secret));
    assertThat(key.toString()).doesNotContain("0");
  }

  @Test
  void tags_differByKeyAndSequence() {
    TagKey one = TagKey.random(new SecureRandom());
    TagKey other = TagKey.random(new SecureRandom());
    assertThat(one).isNotEqualTo(other);
    assertThat(one.tag(1)).isNotEqualTo(one.tag(2)).isNotEqualTo(other.tag(1));
    assertThatThrownBy(() -> one.tag(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TagKey.ofBytes(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void systemChain_hasItsOwnIdForEachNode() {
    UUID one = SystemChain.caseId("node-1");
    assertThat(one).isEqualTo(SystemChain.caseId("node-1"));
    assertThat(one).isNotEqualTo(SystemChain.caseId("node-2"));
    assertThat(one.version()).isEqualTo(8);
    assertThat(one.variant()).isEqualTo(2);
    assertThat(SystemChain.isSystem(one)).isTrue();
    assertThat(SystemChain.isSystem(UUID.fromString("01931b3e-7b2e-7000-8000-000000000001")))
        .isFalse();
  }
}
