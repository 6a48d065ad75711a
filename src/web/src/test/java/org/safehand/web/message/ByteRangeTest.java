package org.safehand.web.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.web.problem.ProblemException;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-, 0, 999",
    "bytes=0-0, 0, 0",
    "bytes=999-, 999, 999",
    "bytes=10-19, 10, 19",
    "bytes=10-100000, 10, 999",
    "bytes=-1, 999, 999",
    "bytes=-5000, 0, 999"
  })
  void range_satisfiable_isCutToTheRepresentation(String header, long first, long last) {
    assertThat(ByteRange.parse(header, 1000)).contains(new ByteRange(first, last, 1000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-1,5-6",
        "bytes=9-3",
        "bytes=-",
        "bytes=",
        "bits=0-1",
        "bytes= 0-1",
        "bytes=a-b",
        "bytes=0-1000000000000000000000"
      })
  void range_notOneByteRange_isIgnored(String header) {
    assertThat(ByteRange.parse(header, 1000)).isEmpty();
  }

  @Test
  void range_absent_isTheWhole() {
    assertThat(ByteRange.parse(null, 1000)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0"})
  void range_afterTheEnd_isNotSatisfiable(String header) {
    assertThatThrownBy(() -> ByteRange.parse(header, 1000))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo("range-not-satisfiable");
              assertThat(refused.problem().fields())
                  .as("RFC 9110, section 15.5.17")
                  .isEqualTo(Map.of("Content-Range", "bytes */1000"));
            });
  }

  @Test
  void contentRange_ofARange_namesFirstLastAndTotal() {
    assertThat(new ByteRange(10, 19, 1000).contentRange()).isEqualTo("bytes 10-19/1000");
    assertThat(new ByteRange(10, 19, 1000).length()).isEqualTo(10);
  }
}
