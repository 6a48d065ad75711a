package org.safehand.launcher.authenticator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {
  /** RFC 6238, appendix B, the rows for SHA-1; ours has the last six of their eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59,94287082",
    "1111111109,07081804",
    "1111111111,14050471",
    "1234567890,89005924",
    "2000000000,69279037",
    "20000000000,65353130"
  })
  void code_atATimeOfTheStandard_isTheOneInTheStandard(long seconds, String expected) {
    TotpSecret secret = new TotpSecret("12345678901234567890".getBytes(US_ASCII));
    assertThat(secret.code(TotpSecret.step(Instant.ofEpochSecond(seconds))))
        .isEqualTo(expected.substring(2));
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({
    "MY,f",
    "MZXQ,fo",
    "MZXW6,foo",
    "MZXW6YQ,foob",
    "MZXW6YTB,fooba",
    "MZXW6YTBOI,foobar"
  })
  void base32_ofTheStandard_isDecoded(String text, String expected) throws IOException {
    assertThat(Base32.decode(text)).isEqualTo(expected.getBytes(US_ASCII));
  }

  @Test
  void base32_inGroups_isTheSameWithout() throws IOException {
    assertThat(Base32.decode("MZXW 6YTB OI")).isEqualTo("foobar".getBytes(US_ASCII));
  }

  @ParameterizedTest
  @CsvSource({"MZXW1", "mzxw6", "MY======"})
  void base32_withAnotherCharacter_isRefused(String text) {
    assertThatIOException().isThrownBy(() -> Base32.decode(text));
  }

  @Test
  void secret_empty_isRefused() {
    assertThatIOException().isThrownBy(() -> TotpSecret.ofBase32(" "));
  }
}
