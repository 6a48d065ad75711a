package org.safehand.launcher.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlFormTest {
  private static final URI PAGE = URI.create("https://idp.example.org/realms/a/login?x=1");

  @Test
  void form_withAnEscapedAction_isSentWhereThePageSays() {
    HtmlForm form =
        HtmlForm.first(
                """
                <form id="language"><input name="q" value="1"></form>
                <form id="kc-form-login" action="https://idp.example.org/go?code=a&amp;tab=b"
                    method="post">
                  <input tabindex="2" name="username" value="" type="text">
                  <input name="password" type="password">
                  <input name="rememberMe" type="checkbox">
                  <input type="hidden" name="credentialId" value="c&#39;1"/>
                </form>
                """,
                PAGE)
            .orElseThrow();
    assertThat(form.action()).isEqualTo(URI.create("https://idp.example.org/go?code=a&tab=b"));
    assertThat(form.fields())
        .isEqualTo(Map.of("username", "", "password", "", "credentialId", "c'1"));
    assertThat(form.asksFor("password")).isTrue();
    assertThat(form.asksFor("password-new")).isFalse();
  }

  @Test
  void form_withARelativeAction_isResolvedAgainstThePage() {
    HtmlForm form = HtmlForm.first("<form action=\"next\"></form>", PAGE).orElseThrow();
    assertThat(form.action()).isEqualTo(URI.create("https://idp.example.org/realms/a/next"));
  }

  @Test
  void page_withoutAForm_hasNone() {
    assertThat(HtmlForm.first("<html>Sorry</html>", PAGE)).isEmpty();
  }

  @Test
  void answer_withReservedCharacters_isEncoded() {
    HtmlForm form =
        HtmlForm.first("<form action=\"/\"><input name=\"a\" value=\"1\"></form>", PAGE)
            .orElseThrow();
    assertThat(form.filled(Map.of("a", "x&y=z ü"))).isEqualTo("a=x%26y%3Dz+%C3%BC");
  }
}
