package org.safehand.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.web.problem.WebCode;

class AdmissionTest {
  @ParameterizedTest
  @CsvSource({"safehand-web,true", "safehand-web,false", "safehand-cli,false"})
  void person_withASecondFactor_isLetIn(String client, boolean browser) {
    assertThat(Admission.refusal(signIn(client, browser, "gold"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"silver", "0", "1", "2", "", "Gold", "gold ", "silver gold"})
  void person_atAnotherLevel_isRefusedAndToldWhichIsWanted(String acr) {
    for (String client : List.of("safehand-web", "safehand-cli")) {
      for (boolean browser : new boolean[] {true, false}) {
        Admission refusal = Admission.refusal(signIn(client, browser, acr)).orElseThrow();
        assertThat(refusal.code()).isEqualTo(WebCode.SECOND_FACTOR_MISSING);
        assertThat(refusal.challenge())
            .isEqualTo("Bearer error=\"insufficient_user_authentication\", acr_values=\"gold\"");
      }
    }
  }

  @Test
  void machine_withoutASecondFactor_isLetIn() {
    assertThat(Admission.refusal(signIn("safehand-intake", false, "silver"))).isEmpty();
  }

  @Test
  void machine_inABrowser_isRefused() {
    assertThat(Admission.refusal(signIn("safehand-intake", true, "gold")))
        .map(Admission::code)
        .contains(WebCode.CLIENT_NOT_ADMITTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "safehand-intake", "service-account-safehand-cli"})
  void somebody_throughTheClientOfAMachine_isRefused(String user) {
    assertThat(Admission.refusal(signIn(user, "safehand-intake", false, "gold", Optional.empty())))
        .map(Admission::code)
        .contains(WebCode.CLIENT_NOT_ADMITTED);
  }

  @Test
  void machineOfAnAgency_isRefusedHere_withABoundTokenAndWithout() {
    String client = "safehand-machine-north";
    assertThat(Admission.refusal(signIn(client, false, "silver")))
        .map(Admission::code)
        .contains(WebCode.CLIENT_NOT_ADMITTED);
    assertThat(Admission.refusal(bound(client))).map(Admission::code).contains(WebCode.TOKEN_BOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"safehand-web", "safehand-cli", "safehand-intake"})
  void boundToken_isRefusedWhereNoCertificateIs_whoseverItIs(String client) {
    Admission refusal = Admission.refusal(bound(client)).orElseThrow();
    assertThat(refusal.code()).isEqualTo(WebCode.TOKEN_BOUND);
    assertThat(refusal.challenge()).isEqualTo("Bearer error=\"invalid_token\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "account", "admin-cli", "safehand-step-up", "safehand-web2"})
  void client_thatIsNotAdmitted_isRefusedHoweverStrongTheSignIn(String client) {
    Admission refusal = Admission.refusal(signIn(client, false, "gold")).orElseThrow();
    assertThat(refusal.code()).isEqualTo(WebCode.CLIENT_NOT_ADMITTED);
    assertThat(refusal.challenge()).isEqualTo("Bearer error=\"invalid_token\"");
  }

  private static SignIn signIn(String client, boolean browser, String acr) {
    return signIn("service-account-" + client, client, browser, acr, Optional.empty());
  }

  private static SignIn bound(String client) {
    return signIn("service-account-" + client, client, false, "gold", Optional.of(""));
  }

  private static SignIn signIn(
      String user, String client, boolean browser, String acr, Optional<String> boundTo) {
    return new SignIn(
        "subject",
        user,
        "User",
        Set.of(),
        Optional.empty(),
        List.of(),
        client,
        browser,
        acr,
        Optional.empty(),
        1,
        boundTo);
  }
}
