package org.safehand.packaging.segment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExhibitDigestsTest {
  @Test
  void finish_abcInTwoPieces_givesTheDigestsOfFips180() {
    ExhibitDigests digests = new ExhibitDigests();
    byte[] padded = "xabcx".getBytes(US_ASCII);
    digests.update(padded, 1, 1);
    digests.update(padded, 2, 2);

    ExhibitDigest digest = digests.finish();

    assertThat(digest.size()).isEqualTo(3);
    assertThat(digest.sha256().hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(digest.sha512().hex())
        .isEqualTo(
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    assertThat(Sha512.ofHex(digest.sha512().hex())).isEqualTo(digest.sha512());
  }

  @Test
  void ofHex_upperCase_isRefused() {
    assertThatThrownBy(() -> Sha512.ofHex("A".repeat(128)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
