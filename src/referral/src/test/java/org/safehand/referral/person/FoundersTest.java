package org.safehand.referral.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.json.JsonException;

class FoundersTest {
  private static final String GOOD =
      """
      [
        {"number": "a1", "displayName": "Ada", "roles": ["administrator"], "unit": "hotline"},
        {"number": "a2", "displayName": "Adam", "roles": ["administrator"], "unit": "hotline"},
        {"number": "s1", "displayName": "Sana", "roles": ["release-supervisor"], "unit": "hotline"},
        {"number": "s2", "displayName": "Sven", "unit": "hotline",
         "roles": ["referral-officer", "release-supervisor"]},
        {"number": "l1", "displayName": "Lena", "roles": ["police-liaison"], "agency": "AG-N-001"}
      ]
      """;

  @Test
  void good_comesBackFromItsCanonicalForm() throws JsonException {
    Founders founders = Founders.parse(GOOD.getBytes(UTF_8));
    assertThat(founders.people()).hasSize(5);
    assertThat(Founders.parse(founders.canonical())).isEqualTo(founders);
    assertThat(founders.people().get(4).place().wire()).isEqualTo("AG-N-001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a2|a1",
        "Adam\", \"roles\": [\"administrator|Adam\", \"roles\": [\"auditor",
        "Sana\", \"roles\": [\"release-supervisor|Sana\", \"roles\": [\"auditor",
      })
  void tooFewOrTwice_isRefused(String good, String bad) {
    assertThatThrownBy(() -> Founders.parse(changed(good, bad)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"referral-officer\", \"release-supervisor\"]|[\"release-supervisor\", \"auditor\"]",
        "[\"referral-officer\", \"release-supervisor\"]|[\"release-supervisor\", \"referral-officer\"]",
        "\"agency\": \"AG-N-001\"|\"unit\": \"hotline\"",
        "\"agency\": \"AG-N-001\"|\"agency\": \"AG-N-1\"",
        "\"agency\": \"AG-N-001\"|\"agency\": \"AG-N-001\", \"unit\": \"hotline\"",
        "police-liaison|police",
        "\"number\": \"l1\"|\"number\": \"-l1\"",
        "\"displayName\": \"Lena\"|\"name\": \"Lena\"",
      })
  void malformedPerson_isRefused(String good, String bad) {
    assertThatThrownBy(() -> Founders.parse(changed(good, bad))).isInstanceOf(JsonException.class);
  }

  private static byte[] changed(String good, String bad) {
    assertThat(GOOD).contains(good);
    return GOOD.replace(good, bad).getBytes(UTF_8);
  }
}
