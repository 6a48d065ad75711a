package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.sample.Samples;

/** The vault gives back exactly the ciphertext that it was given, until it is discarded. */
public interface EvidenceVaultContract {
  Ports ports();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 70_000})
  default void stored_comesBackByteForByte(int length) throws IOException {
    SealedSegment segment = segment(length);
    SegmentId id = Samples.IDS.segment();
    ports().vault().store(id, segment);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    segment.writeTo(expected);
    try (InputStream in = ports().vault().open(id)) {
      assertThat(in.readAllBytes()).isEqualTo(expected.toByteArray());
    }
  }

  @Test
  default void unknownSegment_isRefused() {
    assertThatThrownBy(() -> ports().vault().open(Samples.IDS.segment()).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  default void sameName_isNotStoredTwice() throws IOException {
    SegmentId id = Samples.IDS.segment();
    ports().vault().store(id, segment(3));
    assertThatThrownBy(() -> ports().vault().store(id, segment(3))).isInstanceOf(IOException.class);
  }

  @Test
  default void discarded_isGoneAndDiscardingAgainIsNoFault() throws IOException {
    SegmentId id = Samples.IDS.segment();
    ports().vault().store(id, segment(3));
    ports().vault().discard(id);
    ports().vault().discard(id);
    assertThatThrownBy(() -> ports().vault().open(id).close()).isInstanceOf(IOException.class);
  }

  private static SealedSegment segment(int length) {
    return new SegmentCipher(new SecureRandom()).seal(new byte[length], length);
  }
}
