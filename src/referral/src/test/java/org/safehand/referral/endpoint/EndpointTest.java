package org.safehand.referral.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestWorld;

class EndpointTest {
  private static final Instant NEW_FROM = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant OLD_UNTIL = Instant.parse("2026-09-01T00:00:00Z");
  private static final RecipientCertificate OLD =
      TestCertificates.valid(Instant.parse("2025-01-01T00:00:00Z"), OLD_UNTIL);
  private static final RecipientCertificate NEW =
      TestCertificates.valid(NEW_FROM, Instant.parse("2027-06-01T00:00:00Z"));
  private static final X509Certificate RECEIPTS = TestWorld.NORTH_RECEIPTS.certificate();

  private final Endpoint rollover = endpoint(List.of(OLD, NEW), List.of(RECEIPTS));

  @ParameterizedTest
  @CsvSource({
    "2024-12-31T23:59:59Z,",
    "2025-01-01T00:00:00Z,old",
    "2026-05-31T23:59:59.999Z,old",
    "2026-06-01T00:00:00Z,new old",
    "2026-09-01T00:00:00Z,new old",
    "2026-09-01T00:00:00.001Z,new",
    "2027-06-01T00:00:00Z,new",
    "2027-06-01T00:00:01Z,",
  })
  void recipients_areThoseValidThen_theYoungestFirst(Instant moment, String expected) {
    List<RecipientCertificate> wanted =
        expected == null
            ? List.of()
            : Arrays.stream(expected.split(" ")).map(it -> it.equals("old") ? OLD : NEW).toList();
    assertThat(rollover.recipients(moment)).isEqualTo(wanted);
    for (RecipientCertificate each : List.of(OLD, NEW)) {
      assertThat(rollover.recipient(each.sha256(), moment).isPresent())
          .isEqualTo(wanted.contains(each));
    }
  }

  @Test
  void recipients_whoseValidityBeganTogether_areOrderedByFingerprintWhateverTheirOrder() {
    List<RecipientCertificate> made =
        Stream.generate(() -> TestCertificates.valid(NEW_FROM, OLD_UNTIL)).limit(4).toList();
    List<RecipientCertificate> sorted =
        made.stream().sorted(Comparator.comparing(it -> it.sha256().hex())).toList();
    List<RecipientCertificate> turned = sorted.stream().sorted(reverse()).toList();
    assertThat(endpoint(sorted, List.of(RECEIPTS)).recipients(NEW_FROM)).isEqualTo(sorted);
    assertThat(endpoint(turned, List.of(RECEIPTS)).recipients(NEW_FROM)).isEqualTo(sorted);
  }

  private static Comparator<RecipientCertificate> reverse() {
    return Collections.reverseOrder(Comparator.comparing(it -> it.sha256().hex()));
  }

  @Test
  void endpoint_withNoneTooManyOrTheSameTwice_isNotMade() {
    assertThatThrownBy(() -> endpoint(List.of(), List.of(RECEIPTS)))
        .hasMessageContaining("one to 4 encryption certificates");
    assertThatThrownBy(() -> endpoint(List.of(OLD), List.of()))
        .hasMessageContaining("one to 4 receipt certificates");
    List<RecipientCertificate> five =
        Stream.generate(() -> TestCertificates.valid(NEW_FROM, OLD_UNTIL)).limit(5).toList();
    assertThatThrownBy(() -> endpoint(five, List.of(RECEIPTS)))
        .hasMessageContaining("one to 4 encryption certificates");
    assertThatThrownBy(() -> endpoint(List.of(OLD, NEW, OLD), List.of(RECEIPTS)))
        .hasMessageContaining("the same encryption certificate twice");
    assertThatThrownBy(() -> endpoint(List.of(OLD), List.of(RECEIPTS, RECEIPTS)))
        .hasMessageContaining("the same receipt certificate twice");
  }

  @Test
  void endpoint_hasNoToFourMachines_eachOnce() {
    List<X509Certificate> machines =
        Stream.generate(() -> TestCertificates.valid(NEW_FROM, OLD_UNTIL).certificate())
            .limit(5)
            .toList();
    assertThat(rollover.machineCertificates()).isEmpty();
    assertThat(
            endpoint(List.of(OLD), List.of(RECEIPTS), machines.subList(0, 4)).machineCertificates())
        .hasSize(4);
    assertThatThrownBy(() -> endpoint(List.of(OLD), List.of(RECEIPTS), machines))
        .hasMessageContaining("no to 4 machine certificates");
    assertThatThrownBy(() -> endpoint(List.of(OLD), List.of(RECEIPTS), List.of(RECEIPTS, RECEIPTS)))
        .hasMessageContaining("the same machine certificate twice");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31T23:59:59Z,NOT_YET_VALID",
    "2026-06-01T00:00:00Z,VALID",
    "2027-04-01T23:59:59Z,VALID",
    "2027-04-02T00:00:00Z,WITHIN_60_DAYS",
    "2027-05-01T23:59:59Z,WITHIN_60_DAYS",
    "2027-05-02T00:00:00Z,WITHIN_30_DAYS",
    "2027-05-24T23:59:59Z,WITHIN_30_DAYS",
    "2027-05-25T00:00:00Z,WITHIN_7_DAYS",
    "2027-06-01T00:00:00Z,WITHIN_7_DAYS",
    "2027-06-01T00:00:01Z,EXPIRED",
  })
  void expiry_warnsSixtyThirtyAndSevenDaysBefore(Instant moment, Expiry expected) {
    assertThat(Validity.of(NEW.certificate()).expiry(moment)).isEqualTo(expected);
  }

  private static Endpoint endpoint(
      List<RecipientCertificate> encryption, List<X509Certificate> receipts) {
    return endpoint(encryption, receipts, List.of());
  }

  private static Endpoint endpoint(
      List<RecipientCertificate> encryption,
      List<X509Certificate> receipts,
      List<X509Certificate> machines) {
    return new Endpoint(
        "main",
        Channel.PICK_UP,
        "https://localhost:8490/",
        encryption,
        receipts,
        machines,
        RECEIPTS,
        "CN=Signer",
        1000);
  }
}
