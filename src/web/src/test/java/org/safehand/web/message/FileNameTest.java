package org.safehand.web.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attachment; filename=a.txt|a.txt",
        "attachment; filename=\"a b.txt\"|a b.txt",
        "attachment;filename*=UTF-8''a%20b.txt|a b.txt",
        "attachment; filename*=utf-8'en'%e2%82%ac.txt|€.txt",
        "attachment; filename=fallback.txt; filename*=UTF-8''%C3%A9t%C3%A9.png|été.png",
      })
  void header_withAName_givesIt(String header, String name) {
    assertThat(FileName.parse(header)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inline; filename=a.txt",
        "attachment; filename*=ISO-8859-1''a.txt; =",
        "attachment; filename*=UTF-8''%e2%82.txt",
        "attachment; filename*=UTF-8''%zz",
        "attachment; filename*=UTF-8''%e",
        "attachment; filename*=UTF-8''é",
        "attachment; filename=\"a\\\"b\"",
      })
  void header_notAsTheStandardSays_isRefused(String header) {
    assertThatThrownBy(() -> FileName.parse(header)).hasMessageStartingWith("parameter-malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attachment", "attachment; filename*=ISO-8859-1''a.txt"})
  void header_withoutAName_isRefused(String header) {
    assertThatThrownBy(() -> FileName.parse(header)).hasMessageStartingWith("file-name-missing");
  }

  @Test
  void header_absent_isRefused() {
    assertThatThrownBy(() -> FileName.parse(null)).hasMessageStartingWith("file-name-missing");
  }
}
