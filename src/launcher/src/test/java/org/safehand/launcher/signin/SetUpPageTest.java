package org.safehand.launcher.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SetUpPageTest {
  private static final URI ADDRESS =
      URI.create("https://idp.example.org/realms/a/login-actions/required-action?x=1");

  @Test
  void page_withAPicture_linksToTheTextForWhoCannotScan() {
    SetUpPage page =
        page("<p><a href=\"/realms/a/next?tab=1&amp;mode=manual\" id=\"mode-manual\">Unable?</a>");
    assertThat(page.manual())
        .contains(URI.create("https://idp.example.org/realms/a/next?tab=1&mode=manual"));
    assertThatExceptionOfType(SignInException.class).isThrownBy(page::secret);
  }

  @Test
  void page_withText_showsTheSecretAndNoFurtherLink() throws SignInException {
    SetUpPage page =
        page(
            "<span id=\"kc-totp-secret-key\">GEZD GNBV</span>"
                + "<a href=\"/next\" id=\"mode-barcode\">Scan?</a>");
    assertThat(page.secret()).isEqualTo("GEZD GNBV");
    assertThat(page.manual()).isEmpty();
  }

  private static SetUpPage page(String content) {
    return new SetUpPage(content, ADDRESS);
  }
}
