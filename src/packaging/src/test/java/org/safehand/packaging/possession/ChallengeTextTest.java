package org.safehand.packaging.possession;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.digest.Digest;

/** One line in one spelling, and nothing else. */
class ChallengeTextTest {
  private static final UUID ID = UUID.fromString("01931b3e-7b2e-7000-8000-000000000009");
  private static final Digest KEY = Digest.of("key".getBytes(US_ASCII));
  private static final ChallengeText GOOD =
      new ChallengeText("AG-N-001", KEY, ID, Digest.of("random".getBytes(US_ASCII)).hex());

  @Test
  void challenge_isReadAsItWasWritten_andAnsweredByItsDigest() {
    assertThat(ChallengeText.parse(GOOD.bytes())).contains(GOOD);
    assertThat(GOOD.answer()).isEqualTo(Digest.of(GOOD.bytes()));
    ChallengeText longest = ChallengeText.fresh("AG-12345678-123456", KEY, ID, new SecureRandom());
    assertThat(longest.bytes()).hasSizeLessThanOrEqualTo(ChallengeText.MAX_BYTES);
    assertThat(ChallengeText.parse(longest.bytes())).contains(longest);
  }

  @Test
  void twoChallenges_toTheSameKey_haveNoAnswerInCommon() {
    SecureRandom random = new SecureRandom();
    assertThat(ChallengeText.fresh("AG-N-001", KEY, ID, random).answer())
        .isNotEqualTo(ChallengeText.fresh("AG-N-001", KEY, ID, random).answer());
  }

  /** No bit of it is free: what is another text is no challenge, or another one. */
  @Test
  void oneBitFlipped_isNotThisChallenge() {
    byte[] line = GOOD.bytes();
    for (int bit = 0; bit < line.length * 8; bit++) {
      line[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(ChallengeText.parse(line)).isNotEqualTo(Optional.of(GOOD));
      ChallengeText.parse(line)
          .ifPresent(other -> assertThat(other.answer()).isNotEqualTo(GOOD.answer()));
      line[bit / 8] ^= (byte) (1 << (bit % 8));
    }
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "v1,v2",
        "safehand-key,hand-key",
        "agency=AG-N-001,agency=ag-n-001",
        "agency=AG-N-001,agency=AG-N-0",
        "agency=AG-N-001,agency=AG-N-001 agency=AG-S-002",
        " random=,  random=",
        "-7000-,-4000-",
        " key=,key=",
      })
  void otherForm_isNoChallenge(String part, String other) {
    String line = new String(GOOD.bytes(), US_ASCII);
    String forged = line.replace(part, other);
    assertThat(forged).isNotEqualTo(line);
    assertThat(ChallengeText.parse(forged.getBytes(US_ASCII))).isEmpty();
  }

  @Test
  void bytesBeforeOrAfter_orNoLineFeed_isNoChallenge() {
    String line = new String(GOOD.bytes(), US_ASCII);
    for (String forged :
        new String[] {
          "\n" + line, line + "\n", line + line, line.strip(), line.strip() + "\r\n", ""
        }) {
      assertThat(ChallengeText.parse(forged.getBytes(US_ASCII))).as(forged).isEmpty();
    }
  }

  @Test
  void partsThatAreNotOfTheForm_areRefused() {
    assertThatThrownBy(() -> new ChallengeText("AG-N-001\n", KEY, ID, GOOD.random()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ChallengeText("AG-N-001", KEY, UUID.randomUUID(), GOOD.random()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ChallengeText("AG-N-001", KEY, ID, "00"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void specification_showsThisOne() throws Exception {
    String spec = Files.readString(Path.of("SPEC.md"));
    String line = new String(GOOD.bytes(), US_ASCII).strip();
    assertThat(spec.replace("\n", "")).contains(line);
    assertThat(spec)
        .contains(
            GOOD.answer().hex() + "\n" + Digest.of(GOOD.answer().bytes()).hex(),
            GOOD.bytes().length + " bytes here");
  }
}
