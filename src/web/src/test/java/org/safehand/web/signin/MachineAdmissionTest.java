package org.safehand.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.id.AgencyId;
import org.safehand.web.machine.MachineCertificates;
import org.safehand.web.machine.PinnedMachines;
import org.safehand.web.machine.RevocationFolder;
import org.safehand.web.problem.WebCode;

/** Each sign-in is one rule away from the first, which is let in. */
class MachineAdmissionTest {
  private static final String CLIENT = "safehand-machine-north";
  private static final String NORTH = "AG-N-001";
  private static final TestAuthority MACHINE = TestPki.AGENCY_CA.signer("North Machine");
  private static final TestAuthority OTHER = TestPki.AGENCY_CA.signer("North Machine");

  private final Path folder;
  private final MachineAdmission admission;

  MachineAdmissionTest(@TempDir Path folder) {
    this.folder = folder;
    MachineCertificates certificates =
        new MachineCertificates(
            PinnedMachines.of(new AgencyId(NORTH), MACHINE),
            new RevocationFolder(folder),
            Clock.systemUTC());
    this.admission = new MachineAdmission(() -> certificates);
  }

  @BeforeEach
  void publish() throws Exception {
    Files.write(folder.resolve("root.crl"), TestPki.ROOT.revocations().getEncoded());
    Files.write(folder.resolve("agency.crl"), TestPki.AGENCY_CA.revocations().getEncoded());
  }

  @Test
  void machine_withATokenBoundToItsCertificate_isLetIn() {
    assertThat(refusal(CLIENT, List.of(NORTH), thumbprint(MACHINE), MACHINE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "safehand-web", "safehand-cli", "safehand-intake", "a-safehand-machine-north"})
  void otherClient_isNotAdmitted(String client) {
    assertThat(refusal(client, List.of(NORTH), thumbprint(MACHINE), MACHINE))
        .contains(WebCode.CLIENT_NOT_ADMITTED);
  }

  @Test
  void person_whoSignedInThroughTheClientOfAMachine_isNotAdmitted() {
    for (String user : List.of("liaison-north", "service-account-safehand-machine-south", CLIENT)) {
      SignIn person = signIn(CLIENT, user, List.of(NORTH), false, thumbprint(MACHINE));
      assertThat(code(person, MACHINE)).contains(WebCode.CLIENT_NOT_ADMITTED);
    }
  }

  @Test
  void browser_isNotAdmitted() {
    SignIn browser = signIn(CLIENT, own(CLIENT), List.of(NORTH), true, thumbprint(MACHINE));
    assertThat(code(browser, MACHINE)).contains(WebCode.CLIENT_NOT_ADMITTED);
  }

  @Test
  void token_boundToNothing_isRefused() {
    assertThat(refusal(CLIENT, List.of(NORTH), Optional.empty(), MACHINE))
        .contains(WebCode.TOKEN_NOT_BOUND);
  }

  @Test
  void token_boundToAnotherCertificate_isRefused() {
    assertThat(refusal(CLIENT, List.of(NORTH), thumbprint(OTHER), MACHINE))
        .contains(WebCode.CERTIFICATE_MISMATCH);
    assertThat(refusal(CLIENT, List.of(NORTH), thumbprint(MACHINE), OTHER))
        .contains(WebCode.CERTIFICATE_MISMATCH);
    String right = thumbprint(MACHINE).orElseThrow();
    for (String wrong :
        List.of("", right + "=", right.substring(1), right.toLowerCase(Locale.ROOT))) {
      assertThat(refusal(CLIENT, List.of(NORTH), Optional.of(wrong), MACHINE))
          .contains(WebCode.CERTIFICATE_MISMATCH);
    }
  }

  @Test
  void certificate_thatTheRegistryDoesNotHave_isRefusedThoughTheTokenIsBoundToIt() {
    assertThat(refusal(CLIENT, List.of(NORTH), thumbprint(OTHER), OTHER))
        .contains(WebCode.CERTIFICATE_NOT_PINNED);
  }

  @Test
  void token_ofAnotherAgencyOrOfNoneOrOfTwo_isRefused() {
    for (List<String> agencies :
        List.of(List.of("AG-S-002"), List.<String>of(), List.of(NORTH, "AG-S-002"), List.of("x"))) {
      assertThat(refusal(CLIENT, agencies, thumbprint(MACHINE), MACHINE))
          .as(agencies.toString())
          .contains(WebCode.CERTIFICATE_NOT_PINNED);
    }
  }

  @Test
  void refusal_saysThatTheTokenIsNotAccepted() {
    SignIn unbound = signIn(CLIENT, own(CLIENT), List.of(NORTH), false, Optional.empty());
    assertThat(admission.refusal(unbound, MACHINE.certificate()).orElseThrow().challenge())
        .isEqualTo("Bearer error=\"invalid_token\"");
  }

  /** RFC 8705, section 3.1: SHA-256 of the DER, base64url without padding. */
  @Test
  void thumbprint_isThatOfTheStandard() {
    assertThat(MachineAdmission.thumbprint(MACHINE.certificate()))
        .isEqualTo(
            Base64.getUrlEncoder().encodeToString(MACHINE.fingerprint().bytes()).substring(0, 43));
  }

  private Optional<WebCode> refusal(
      String client, List<String> agencies, Optional<String> boundTo, TestAuthority shown) {
    return code(signIn(client, own(client), agencies, false, boundTo), shown);
  }

  private Optional<WebCode> code(SignIn signIn, TestAuthority shown) {
    return admission.refusal(signIn, shown.certificate()).map(Admission::code);
  }

  private static String own(String client) {
    return "service-account-" + client;
  }

  private static Optional<String> thumbprint(TestAuthority of) {
    return Optional.of(MachineAdmission.thumbprint(of.certificate()));
  }

  private static SignIn signIn(
      String client,
      String user,
      List<String> agencies,
      boolean browser,
      Optional<String> boundTo) {
    return new SignIn(
        "subject",
        user,
        "Machine",
        Set.of("machine-endpoint"),
        Optional.empty(),
        agencies,
        client,
        browser,
        "silver",
        Optional.empty(),
        1,
        boundTo);
  }
}
