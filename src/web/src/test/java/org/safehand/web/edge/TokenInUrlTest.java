package org.safehand.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenInUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token=x",
        "a=1&access_token=x",
        "ACCESS_TOKEN=x",
        "access%5ftoken=x",
        "%61ccess_token=x",
        "access_token",
        "broken=%zz&access_token=x"
      })
  void query_withAToken_isFound(String query) {
    assertThat(TokenInUrlFilter.hasToken(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cursor=abc", "prompt=login", "accesstoken=1"})
  void query_withoutAToken_passes(String query) {
    assertThat(TokenInUrlFilter.hasToken(query)).isFalse();
  }
}
