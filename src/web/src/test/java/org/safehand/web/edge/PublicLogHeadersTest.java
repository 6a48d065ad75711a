package org.safehand.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicLogHeadersTest {
  private static final String ALLOW = "Access-Control-Allow-Origin";

  private final HeadersFilter filter = new HeadersFilter("https://issuer.example");

  @ParameterizedTest
  @ValueSource(
      strings = {"/log/checkpoint", "/log/tile/0/x001/067.p/8", "/log/tile/entries/000", "/log/no"})
  void log_mayBeReadByPagesOfAnyOrigin_withoutCredentials(String path) {
    assertThat(filter.headers(path))
        .containsEntry(ALLOW, "*")
        .containsEntry("Access-Control-Expose-Headers", "ETag")
        .doesNotContainKey("Access-Control-Allow-Credentials")
        .containsAllEntriesOf(HeadersFilter.FIXED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/log",
        "/log/",
        "/logs/checkpoint",
        "/login",
        "/api/v1/me",
        "/api/log/checkpoint",
        "/log/../api/v1/me",
        "/log/..;/api/v1/me",
        "/log/%2e%2e/api/v1/me",
        "/log//checkpoint",
        "/assets/console.js"
      })
  void anythingElse_mayNot(String path) {
    assertThat(filter.headers(path)).doesNotContainKey(ALLOW);
  }
}
