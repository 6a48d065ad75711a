package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.signin.KeptPasswords;

/** A supervisor releases in a browser, with their second factor. */
class StepUpConsoleIT {
  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void console_aSupervisorReleasesWithTheirSecondFactor_andIsToldOfWhatIsRefused()
      throws Exception {
    Walk walk = Walk.of(gateway);
    // the first sign-in sets the password and the authenticator app
    assertThat(gateway.supervisor().get("/api/v1/me").status()).isEqualTo(200);
    String referral = Referrals.open(gateway.officer(), Documents.good());
    assertThat(
            Referrals.add(gateway.officer(), referral, Sample.text("note.txt", "a note\n"))
                .status())
        .isEqualTo(201);
    Referrals.seal(gateway.officer(), referral);
    Secrets secrets = gateway.platform().secrets();
    Person person = gateway.named("supervisor1");
    KeptApp app = new KeptApp(secrets, person);
    walk.run(
        "test/step-up.mjs",
        Map.of(
            "SAFEHAND_STEP_UP_USER",
            person.username(),
            "SAFEHAND_STEP_UP_PASSWORD",
            new KeptPasswords(secrets, person).present(),
            "SAFEHAND_STEP_UP_CODES",
            app.code() + "," + app.code(),
            "SAFEHAND_STEP_UP_REFERRAL",
            referral,
            "SAFEHAND_STEP_UP_AGENCY",
            "AG-S-002"));
    assertThat(Referrals.state(gateway.officer(), referral)).isEqualTo("RELEASED");
    assertThat(Referrals.custody(gateway.officer(), referral)).doesNotContain("denied");
  }
}
