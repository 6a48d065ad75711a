package org.safehand.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePageTest {
  private static final String ID = "019aa000-0000-7000-8000-000000000001";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/referrals",
        "/referrals/" + ID,
        "/proposals",
        "/proposals/new-person",
        "/proposals/" + ID,
        "/people",
        "/people/officer-1.b_2",
        "/registry",
        "/registry/AG-S-002",
        "/agencies",
        "/settings",
        "/duty",
        "/break-glass"
      })
  void path_ofAPage_isAnsweredWithTheConsole(String path) {
    assertThat(ConsoleFilter.isPage(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/referrals/",
        "/referrals/new",
        "/proposals/" + ID + "/approve",
        "/people/",
        "/people/..",
        "/people/a/b",
        "/people/%2e",
        "/registry/",
        "/registry/AG-S-002/",
        "/registry/ag-s-002",
        "/agencies/AG-N-001",
        "/duty/" + ID,
        "/break-glass/" + ID,
        "/api/v1/people",
        "/x/people"
      })
  void path_ofNoPage_isNot(String path) {
    assertThat(ConsoleFilter.isPage(path)).isFalse();
  }
}
