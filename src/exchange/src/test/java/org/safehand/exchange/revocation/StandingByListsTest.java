package org.safehand.exchange.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.exchange.egress.EgressClient;
import org.safehand.exchange.egress.EgressRule;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.seal.ValidationMaterial;
import org.safehand.packaging.validity.TestRevocation;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.CertificateStanding;
import org.safehand.referral.endpoint.CertificateStandingContract;
import org.safehand.referral.endpoint.Standing;
import org.safehand.referral.port.memory.InMemoryEndpoints;
import org.safehand.referral.sample.SettableClock;

/** Standing by fetched lists: which list is taken, for how long, and what an old one is worth. */
final class StandingByListsTest implements CertificateStandingContract {
  private static final Duration REFRESH = Duration.ofMinutes(10);

  private final Instant start = Instant.now();
  private final SettableClock clock = new SettableClock(start);
  private final RevocationServer server;
  private final Path folder;
  private final CertificateStanding standing;

  StandingByListsTest(@TempDir Path folder) throws IOException {
    this.server = new RevocationServer();
    this.folder = folder;
    this.standing = anew();
  }

  @BeforeEach
  void publish() {
    server.publish("/root.crl", TestPki.ROOT.revocations());
    server.publish("/agency.crl", TestPki.AGENCY_CA.revocations());
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
    server.publish("/agency.crl", list(0, Duration.ofDays(1), certificate));
  }

  @Override
  public void silence(boolean silent) {
    server.silence(silent);
    clock.advance(Duration.ofSeconds(11));
  }

  @Test
  void list_isFetchedOnce_untilTheRefreshPeriodIsOver() {
    assertThat(now()).isEqualTo(Standing.GOOD);
    later(REFRESH.minusSeconds(1));
    assertThat(now()).isEqualTo(Standing.GOOD);
    assertThat(server.requests()).isEqualTo(2);

    revoke(TestPki.AGENCY_P384);
    later(Duration.ofSeconds(20));
    assertThat(now()).isEqualTo(Standing.REVOKED);
  }

  @Test
  void authorityDown_listCountsUntilItsEnd_andNoLonger() {
    server.publish("/agency.crl", list(0, Duration.ofHours(4), TestPki.AGENCY_P256));
    assertThat(now()).isEqualTo(Standing.GOOD);
    server.silence(true);

    later(Duration.ofHours(4));
    assertThat(now()).isEqualTo(Standing.GOOD);
    later(Duration.ofMinutes(15).plusSeconds(2));
    assertThat(now()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void listThatEndsSoon_isFetchedAheadOfItsEnd() {
    server.publish("/agency.crl", list(0, Duration.ofMinutes(30), TestPki.AGENCY_P256));
    now();
    int before = server.requests();

    later(Duration.ofSeconds(20));
    now();

    assertThat(server.requests()).isEqualTo(before + 1);
  }

  @Test
  void olderList_isNotTaken_notEvenAfterARestart() {
    revoke(TestPki.AGENCY_P384);
    assertThat(now()).isEqualTo(Standing.REVOKED);

    server.publish("/agency.crl", list(-1, Duration.ofDays(1), TestPki.AGENCY_P256));
    later(REFRESH);
    assertThat(now()).isEqualTo(Standing.REVOKED);
    assertThat(of(TestPki.AGENCY_P384, anew())).isEqualTo(Standing.REVOKED);
  }

  @Test
  void newerList_isTaken_alsoWhenItNamesFewer() {
    revoke(TestPki.AGENCY_P384);
    assertThat(now()).isEqualTo(Standing.REVOKED);

    server.publish("/agency.crl", list(1, Duration.ofDays(1), TestPki.AGENCY_P256));
    later(REFRESH);
    assertThat(now()).isEqualTo(Standing.GOOD);
  }

  @Test
  void listOfAnotherIssuerOfTheSameName_isNotTaken() {
    TestAuthority twin = TestPki.ROOT.intermediate("Test Agency CA");
    server.publish("/agency.crl", twin.revocations());
    assertThat(now()).isEqualTo(Standing.UNKNOWN);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void listWithABitFlipped_isNotTaken() throws Exception {
    byte[] list = TestPki.AGENCY_CA.revocations().getEncoded();
    list[list.length - 1] ^= 1;
    server.publish("/agency.crl", list);
    assertThat(now()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void listThatEnded_isNotTaken() {
    server.publish("/agency.crl", list(-7200, Duration.ofHours(1), TestPki.AGENCY_P256));
    assertThat(now()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void listThatIsTooLong_isNotTaken() {
    server.publish("/agency.crl", new byte[FetchedLists.MOST_BYTES + 1]);
    assertThat(now()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void listAtAnAddressThatIsNotRegistered_isNeverAskedFor() {
    EgressClient closed = new EgressClient(EgressRule.of(), Duration.ofSeconds(5));
    assertThat(of(TestPki.AGENCY_P384, standing(closed))).isEqualTo(Standing.UNKNOWN);
    assertThat(server.requests()).isZero();
  }

  @Test
  void issuerRevoked_revokesWhatItIssued() {
    server.publish(
        "/root.crl",
        TestRevocation.list(
            TestPki.ROOT, start, start.plus(Duration.ofDays(1)), TestPki.AGENCY_CA, start));
    assertThat(now()).isEqualTo(Standing.REVOKED);
  }

  @Test
  void certificate_afterItsEnd_isExpired() {
    later(Duration.ofDays(3));
    assertThat(now()).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void fetchedLists_areWhatSealsEmbed() throws Exception {
    now();

    assertThat(ValidationMaterial.read(List.of(), folder).lists())
        .containsExactlyInAnyOrder(
            read("/root.crl", TestPki.ROOT), read("/agency.crl", TestPki.AGENCY_CA));
  }

  private X509CRL read(String path, TestAuthority issuer) throws IOException {
    return new KeptLists(folder)
        .newest(issuer.certificate())
        .orElseThrow(() -> new IOException(path));
  }

  private X509CRL list(int seconds, Duration life, TestAuthority revoked) {
    Instant from = start.plusSeconds(seconds);
    return TestRevocation.list(TestPki.AGENCY_CA, from, from.plus(life), revoked, from);
  }

  private Standing now() {
    return of(TestPki.AGENCY_P384, standing);
  }

  private static Standing of(TestAuthority certificate, CertificateStanding asked) {
    try {
      return asked.of(RecipientCertificate.of(certificate.certificate()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void later(Duration time) {
    clock.advance(time);
  }

  private List<Path> kept() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private CertificateStanding anew() {
    return standing(
        new EgressClient(
            EgressRule.of(address("/root.crl"), address("/agency.crl")), Duration.ofSeconds(5)));
  }

  private CertificateStanding standing(EgressClient egress) {
    InMemoryEndpoints registry =
        new InMemoryEndpoints(
            List.of(),
            List.of(
                new CertificateAuthority(
                    TestPki.ROOT.certificate(), address("/root.crl"), Optional.empty()),
                new CertificateAuthority(
                    TestPki.AGENCY_CA.certificate(), address("/agency.crl"), Optional.empty())));
    return new RegistryStanding(
        registry,
        new FetchedLists(egress, folder, REFRESH, clock),
        new OcspClient(egress, new SecureRandom(), clock),
        clock);
  }

  private URI address(String path) {
    return server.address(path);
  }
}
