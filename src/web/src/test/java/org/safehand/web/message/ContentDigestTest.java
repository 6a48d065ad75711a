package org.safehand.web.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {
  // RFC 9530, appendix B.1: {"hello": "world"} and a line feed
  private static final String EXAMPLE = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

  @ParameterizedTest
  @ValueSource(
      strings = {
        EXAMPLE,
        "sha-512=:AAAA:, " + EXAMPLE,
        EXAMPLE + ",md5=:AAAA:",
      })
  void header_withOneSha256_givesItsDigest(String header) {
    assertThat(ContentDigest.sha256(header).hex())
        .isEqualTo("44aff4ab2d7c3250525675a08f0cfa9591168cffe51791c5f5bbc417c15a6c38");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha-512=:AAAA:", EXAMPLE + ", " + EXAMPLE})
  void header_withoutExactlyOneSha256_isRefused(String header) {
    assertThatThrownBy(() -> ContentDigest.sha256(header))
        .hasMessageStartingWith("content-digest-missing");
  }

  @Test
  void header_absent_isRefused() {
    assertThatThrownBy(() -> ContentDigest.sha256(null))
        .hasMessageStartingWith("content-digest-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=",
        "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg:",
        "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDh=:",
        "sha-256=:AAAA:",
        "SHA-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
        "sha-256=::",
        "''",
      })
  void header_notAsTheStandardSays_isRefused(String header) {
    assertThatThrownBy(() -> ContentDigest.sha256(header))
        .hasMessageStartingWith("parameter-malformed");
  }
}
