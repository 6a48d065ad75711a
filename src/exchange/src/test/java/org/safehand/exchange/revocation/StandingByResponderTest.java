package org.safehand.exchange.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.exchange.egress.EgressClient;
import org.safehand.exchange.egress.EgressRule;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.validity.OcspQuery;
import org.safehand.packaging.validity.TestRevocation;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.CertificateStanding;
import org.safehand.referral.endpoint.CertificateStandingContract;
import org.safehand.referral.endpoint.Standing;
import org.safehand.referral.port.memory.InMemoryEndpoints;
import org.safehand.referral.sample.SettableClock;

/** Standing where the agencies' authority has a responder, and its root a list. */
final class StandingByResponderTest implements CertificateStandingContract {
  private final SettableClock clock = new SettableClock(Instant.now());
  private final RevocationServer server;
  private final RegistryStanding standing;

  StandingByResponderTest(@TempDir Path folder) throws IOException {
    this.server = new RevocationServer();
    EgressClient egress =
        new EgressClient(
            EgressRule.of(
                server.address("/root.crl"),
                server.address("/agency.crl"),
                server.address("/ocsp")),
            Duration.ofSeconds(5));
    this.standing =
        new RegistryStanding(
            new InMemoryEndpoints(
                List.of(),
                List.of(
                    new CertificateAuthority(
                        TestPki.ROOT.certificate(), server.address("/root.crl"), Optional.empty()),
                    new CertificateAuthority(
                        TestPki.AGENCY_CA.certificate(),
                        server.address("/agency.crl"),
                        Optional.of(server.address("/ocsp"))))),
            new FetchedLists(egress, folder, Duration.ofHours(1), clock),
            new OcspClient(egress, new SecureRandom(), clock),
            clock);
  }

  @BeforeEach
  void publish() {
    server.publish("/root.crl", TestPki.ROOT.revocations());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Override
  public CertificateStanding standing() {
    return standing;
  }

  @Override
  public void revoke(TestAuthority certificate) {
    server.revoke(certificate);
  }

  @Override
  public void silence(boolean silent) {
    server.silence(silent);
    clock.advance(Duration.ofSeconds(11));
  }

  @Test
  void goodAnswer_isTakenForGranted_forTenSecondsAndNoLonger() {
    assertThat(now()).isEqualTo(Standing.GOOD);
    server.revoke(TestPki.AGENCY_P384);

    clock.advance(RegistryStanding.GOOD_FOR.minusMillis(1));
    assertThat(now()).isEqualTo(Standing.GOOD);
    clock.advance(Duration.ofMillis(1));
    assertThat(now()).isEqualTo(Standing.REVOKED);
  }

  @Test
  void responderDown_aListOfTheSameAuthorityDoesNotStandIn() {
    server.publish("/agency.crl", TestPki.AGENCY_CA.revocations());
    server.publish("/ocsp", new byte[] {0x30, 0x03, 0x0a, 0x01, 0x03});

    assertThat(now()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void responderThatDoesNotAnswer_isLeftAloneForAMoment() {
    server.silence(true);
    assertThat(now()).isEqualTo(Standing.UNKNOWN);
    int asked = server.requests();

    clock.advance(Duration.ofSeconds(10).minusMillis(1));
    assertThat(now()).isEqualTo(Standing.UNKNOWN);
    assertThat(server.requests()).isEqualTo(asked);
    clock.advance(Duration.ofMillis(1));
    server.silence(false);
    assertThat(now()).isEqualTo(Standing.GOOD);
  }

  @Test
  void responderThatTheAuthorityDidNotAppoint_isNotBelieved() {
    server.answerBy(TestRevocation.of(TestPki.ROOT.intermediate("Test Agency CA")));

    assertThat(now()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void answerThatWasRecorded_isNotBelievedAgain() {
    byte[] another =
        TestRevocation.of(TestPki.AGENCY_CA)
            .answer(
                new OcspQuery(
                        TestPki.AGENCY_P384.certificate(),
                        TestPki.AGENCY_CA.certificate(),
                        new byte[32])
                    .encoded(),
                TestPki.AGENCY_P384.certificate(),
                TestRevocation.GOOD);
    server.publish("/ocsp", another);

    assertThat(now()).isEqualTo(Standing.UNKNOWN);
  }

  private Standing now() {
    try {
      return standing.of(RecipientCertificate.of(TestPki.AGENCY_P384.certificate()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
