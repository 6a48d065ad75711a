package org.safehand.packaging.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** A path at a moment, with proofs that are one rule away from good. */
final class PathCheckTest {
  private static final TestAuthority LEAF = TestPki.SEAL;
  private static final TestAuthority ISSUER = TestPki.SEAL_CA;
  private final Instant stamp = Instant.now();
  private final Instant before = stamp.minus(Duration.ofHours(5));
  private final Instant after = stamp.plus(Duration.ofHours(5));
  private static final Duration SKEW = RevocationProofs.SKEW;

  @Test
  void path_withListsThatDoNotNameIt_isValid() {
    assertHeld(stamp, list(before, after, TestPki.OTHER_SEAL, before));
  }

  @Test
  void certificate_revokedBeforeTheStamp_isRefused() {
    assertRefused(
        PackageFault.CERTIFICATE_REVOKED, stamp, list(before, after, LEAF, stamp.minusSeconds(1)));
  }

  @Test
  void certificate_revokedAfterTheStamp_isAccepted() {
    assertHeld(stamp, list(before, after, LEAF, stamp.plusSeconds(2)));
  }

  @Test
  void list_thatEndsBeforeTheStamp_provesNothing() {
    assertHeld(stamp, list(before, stamp.minus(SKEW).plusSeconds(2), TestPki.OTHER_SEAL, before));
    assertRefused(
        PackageFault.REVOCATION_UNKNOWN,
        stamp,
        list(before, stamp.minus(SKEW).minusSeconds(1), TestPki.OTHER_SEAL, before));
  }

  @Test
  void list_issuedAfterTheStamp_provesNothing() {
    assertHeld(stamp, list(stamp.plus(SKEW).minusSeconds(1), after, TestPki.OTHER_SEAL, before));
    assertRefused(
        PackageFault.REVOCATION_UNKNOWN,
        stamp,
        list(stamp.plus(SKEW).plusSeconds(2), after, TestPki.OTHER_SEAL, before));
  }

  @Test
  void list_ofAnotherIssuerOfTheSameName_provesNothing() {
    TestAuthority twin = TestPki.ROOT.intermediate("Test Seal CA");
    assertRefused(
        PackageFault.REVOCATION_UNKNOWN,
        stamp,
        TestRevocation.list(twin, before, after, TestPki.OTHER_SEAL, before));
  }

  @Test
  void list_ofChangesOnly_provesNothing() throws Exception {
    Extension delta =
        new Extension(Extension.deltaCRLIndicator, true, new ASN1Integer(1).getEncoded());
    assertRefused(
        PackageFault.REVOCATION_UNKNOWN,
        stamp,
        TestRevocation.list(ISSUER, before, after, TestPki.OTHER_SEAL, before, delta));
  }

  @Test
  void certificateOrIssuer_withoutAList_isRefused() {
    assertRefused(PackageFault.REVOCATION_UNKNOWN, stamp);
  }

  @Test
  void issuer_revokedBeforeTheStamp_isRefused() {
    RevocationProofs proofs =
        new RevocationProofs(
            List.of(
                TestRevocation.list(TestPki.ROOT, before, after, ISSUER, before),
                list(before, after, TestPki.OTHER_SEAL, before)),
            List.of());
    assertRefused(PackageFault.CERTIFICATE_REVOKED, stamp, proofs);
  }

  @Test
  void path_atAMomentOutsideItsDates_isExpired() {
    Instant late = stamp.plus(Duration.ofDays(3));
    assertRefused(
        PackageFault.CERTIFICATE_EXPIRED, late, list(before, late, TestPki.OTHER_SEAL, before));
  }

  @Test
  void response_standsForAList_andOneRevocationOutweighsAGoodList() throws Exception {
    TestRevocation responder = TestRevocation.of(ISSUER);
    X509CRL rootList = TestPki.ROOT.revocations();
    OcspResponse good =
        OcspResponse.read(responder.response(LEAF.certificate(), TestRevocation.GOOD));
    OcspResponse revoked =
        OcspResponse.read(responder.response(LEAF.certificate(), TestRevocation.revoked(before)));

    check(stamp, new RevocationProofs(List.of(rootList), List.of(good)));
    assertRefused(
        PackageFault.CERTIFICATE_REVOKED,
        stamp,
        new RevocationProofs(List.of(rootList, ISSUER.revocations()), List.of(good, revoked)));
  }

  @Test
  void response_byAResponderOfAnotherIssuer_standsForNothing() throws Exception {
    TestAuthority twin = TestPki.ROOT.intermediate("Test Seal CA");
    OcspResponse foreign =
        OcspResponse.read(
            TestRevocation.of(twin).response(LEAF.certificate(), TestRevocation.GOOD));
    assertRefused(
        PackageFault.REVOCATION_UNKNOWN,
        stamp,
        new RevocationProofs(List.of(TestPki.ROOT.revocations()), List.of(foreign)));
  }

  private X509CRL list(Instant from, Instant to, TestAuthority revoked, Instant since) {
    return TestRevocation.list(ISSUER, from, to, revoked, since);
  }

  private RevocationProofs withRoot(Instant moment, X509CRL... lists) {
    List<X509CRL> all = new ArrayList<>(List.of(lists));
    all.add(
        TestRevocation.list(
            TestPki.ROOT,
            moment.minusSeconds(1),
            moment.plusSeconds(1),
            TestPki.AGENCY_CA,
            before));
    return new RevocationProofs(all, List.of());
  }

  private void assertHeld(Instant moment, X509CRL... lists) {
    assertThat(path().root()).isEqualTo(TestPki.ROOT.certificate());
    try {
      check(moment, withRoot(moment, lists));
    } catch (PackageException e) {
      throw new AssertionError(e);
    }
  }

  private void assertRefused(PackageFault fault, Instant moment, X509CRL... lists) {
    assertRefused(fault, moment, withRoot(moment, lists));
  }

  private static void assertRefused(PackageFault fault, Instant moment, RevocationProofs proofs) {
    assertThatThrownBy(() -> check(moment, proofs))
        .asInstanceOf(type(PackageException.class))
        .extracting(PackageException::fault)
        .isEqualTo(fault);
  }

  private static void check(Instant moment, RevocationProofs proofs) throws PackageException {
    new PathCheck("test", moment, proofs).require(path());
  }

  private static CertificatePath path() {
    return CertificatePath.find(
            LEAF.certificate(), List.of(ISSUER.certificate(), TestPki.ROOT.certificate()))
        .orElseThrow();
  }
}
