package org.safehand.web.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.sample.SettableClock;
import org.safehand.web.problem.WebCode;

class MachineCertificatesTest {
  private static final AgencyId NORTH = new AgencyId("AG-N-001");
  private static final AgencyId SOUTH = new AgencyId("AG-S-002");
  private static final TestAuthority CA = TestPki.AGENCY_CA;

  private final TestAuthority machine = CA.signer("North Machine");
  private final TestAuthority next = CA.signer("North Machine");
  private final TestAuthority stranger = TestPki.ROOT.intermediate("Other CA").signer("Stranger");
  private final Instant start = Instant.now();
  private final SettableClock clock = new SettableClock(start);
  private final Path folder;

  MachineCertificatesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void publish() throws Exception {
    put("root.crl", TestPki.ROOT.revocations());
    put("agency.crl", CA.revocations());
  }

  @Test
  void certificate_ofTheAgency_isLetIn_andSoIsTheOneThatFollowsIt() {
    MachineCertificates certificates = certificates(machine, next);
    assertThat(certificates.refusal(machine.certificate(), NORTH)).isEmpty();
    assertThat(certificates.refusal(next.certificate(), NORTH)).isEmpty();
  }

  @Test
  void certificate_ofTheSameNameAndAuthority_isNotTheAgencys() {
    assertThat(certificates(machine).refusal(next.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_NOT_PINNED);
  }

  @Test
  void certificate_ofOneAgency_isNoneOfAnother() {
    MachineCertificates certificates = certificates(machine);
    assertThat(certificates.refusal(machine.certificate(), SOUTH))
        .contains(WebCode.CERTIFICATE_NOT_PINNED);
    assertThat(certificates.refusal(machine.certificate(), new AgencyId("AG-X-009")))
        .contains(WebCode.CERTIFICATE_NOT_PINNED);
  }

  @Test
  void revokedWhileTheGatewayRuns_isRefusedWithinTenSeconds() throws Exception {
    MachineCertificates certificates = certificates(machine, next);
    assertThat(certificates.refusal(machine.certificate(), NORTH)).isEmpty();
    put("agency.crl", CA.revocations(machine));
    clock.advance(MachineCertificates.REMEMBERED.minusMillis(1));
    assertThat(certificates.refusal(machine.certificate(), NORTH)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(certificates.refusal(machine.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_NOT_VALID);
    assertThat(certificates.refusal(next.certificate(), NORTH)).isEmpty();
  }

  @Test
  void issuerRevoked_isRefused() throws Exception {
    put("root.crl", TestPki.ROOT.revocations(CA));
    assertThat(certificates(machine).refusal(machine.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_NOT_VALID);
  }

  @Test
  void olderListBesideTheNewest_decidesNothing() throws Exception {
    put("older.crl", CA.revocationsAt(start.minusSeconds(60), machine));
    assertThat(certificates(machine).refusal(machine.certificate(), NORTH)).isEmpty();
    put("newer.crl", CA.revocationsAt(start.plusSeconds(1), machine));
    assertThat(certificates(machine).refusal(machine.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_NOT_VALID);
  }

  @Test
  void withoutAListThatHolds_nobodyIsLetIn_untilThereIsOne() throws Exception {
    MachineCertificates certificates = certificates(machine);
    put("agency.crl", CA.revocationsAt(start.minus(Duration.ofDays(2))));
    assertThat(certificates.refusal(machine.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_STANDING_UNKNOWN);
    Files.writeString(folder.resolve("agency.crl"), "no list");
    clock.advance(MachineCertificates.REMEMBERED);
    assertThat(certificates.refusal(machine.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_STANDING_UNKNOWN);
    put("agency.crl", CA.revocations());
    clock.advance(MachineCertificates.REMEMBERED);
    assertThat(certificates.refusal(machine.certificate(), NORTH)).isEmpty();
  }

  @Test
  void listOfAnotherOfTheSameName_isNone() throws Exception {
    put("agency.crl", TestPki.ROOT.intermediate("Test Agency CA").revocations());
    assertThat(certificates(machine).refusal(machine.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_STANDING_UNKNOWN);
  }

  @Test
  void folderGone_nobodyIsLetIn() throws Exception {
    MachineCertificates certificates =
        new MachineCertificates(
            PinnedMachines.of(NORTH, machine), new RevocationFolder(folder.resolve("gone")), clock);
    assertThat(certificates.refusal(machine.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_STANDING_UNKNOWN);
  }

  @Test
  void expired_isRefused_alsoOnAConnectionThatIsOlder() {
    TestAuthority brief = machine.reissued(CA, start.minusSeconds(60), start.plusSeconds(60));
    MachineCertificates certificates = certificates(brief);
    assertThat(certificates.refusal(brief.certificate(), NORTH)).isEmpty();
    clock.advance(Duration.ofSeconds(62));
    assertThat(certificates.refusal(brief.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_NOT_VALID);
  }

  @Test
  void underNoRegisteredAuthority_isRefusedThoughItIsPinned() {
    assertThat(certificates(stranger).refusal(stranger.certificate(), NORTH))
        .contains(WebCode.CERTIFICATE_NOT_VALID);
  }

  private MachineCertificates certificates(TestAuthority... pinned) {
    return new MachineCertificates(
        PinnedMachines.of(NORTH, pinned), new RevocationFolder(folder), clock);
  }

  private void put(String name, X509CRL list) throws IOException, CRLException {
    Files.write(folder.resolve(name), list.getEncoded());
  }
}
