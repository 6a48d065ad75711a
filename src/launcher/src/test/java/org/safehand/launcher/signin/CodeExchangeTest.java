package org.safehand.launcher.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class CodeExchangeTest {
  @Test
  void challenge_ofTheVerifierInTheStandard_isTheOneInTheStandard() {
    // RFC 7636, appendix B
    assertThat(new ProofKey("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  @Test
  void proofKey_generated_hasTheLengthTheStandardAsksAndIsFresh() {
    SecureRandom random = new SecureRandom();
    assertThat(ProofKey.generate(random).verifier()).matches("[A-Za-z0-9_-]{43}");
    assertThat(ProofKey.generate(random)).isNotEqualTo(ProofKey.generate(random));
  }

  @Test
  void callback_toOurRequest_givesItsCode() throws SignInException {
    assertThat(callback("?state=s%2B1&code=c%201").code("s+1")).isEqualTo("c 1");
  }

  @Test
  void callback_toAnotherRequest_isRefused() {
    assertThatExceptionOfType(SignInException.class)
        .isThrownBy(() -> callback("?state=other&code=c").code("mine"))
        .withMessageContaining("not to our request");
  }

  @Test
  void callback_withAnError_namesIt() {
    assertThatExceptionOfType(SignInException.class)
        .isThrownBy(() -> callback("?state=mine&error=access_denied").code("mine"))
        .withMessageContaining("access_denied");
    assertThatExceptionOfType(SignInException.class).isThrownBy(() -> callback("").code("mine"));
  }

  private static Callback callback(String query) {
    return Callback.of(URI.create("http://127.0.0.1:1/callback" + query));
  }
}
