package org.safehand.packaging.validity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** Exactly one proof for each certificate of a path. */
final class RevocationProofsTest {
  private static final X509CRL ROOT = TestPki.ROOT.revocations();
  private static final X509CRL SEAL_CA = TestPki.SEAL_CA.revocations();

  private final OcspResponse seal = response(TestPki.SEAL_CA, TestPki.SEAL);

  @Test
  void oneProofEach_isExact() {
    assertThat(exact(List.of(ROOT, SEAL_CA), List.of())).isTrue();
    assertThat(exact(List.of(ROOT), List.of(seal))).isTrue();
    assertThat(exact(List.of(), List.of(seal, response(TestPki.ROOT, TestPki.SEAL_CA)))).isTrue();
  }

  @Test
  void oneMissing_isNot() {
    assertThat(exact(List.of(ROOT), List.of())).isFalse();
    assertThat(exact(List.of(SEAL_CA), List.of())).isFalse();
    assertThat(exact(List.of(), List.of(seal))).isFalse();
  }

  @Test
  void oneTooMany_isNot() {
    assertThat(exact(List.of(ROOT, SEAL_CA), List.of(seal))).isFalse();
    assertThat(exact(List.of(ROOT, ROOT, SEAL_CA), List.of())).isFalse();
    assertThat(exact(List.of(ROOT, SEAL_CA, TestPki.TSA_CA.revocations()), List.of())).isFalse();
    assertThat(exact(List.of(ROOT), List.of(seal, seal))).isFalse();
    assertThat(exact(List.of(ROOT), List.of(seal, response(TestPki.SEAL_CA, TestPki.OTHER_SEAL))))
        .isFalse();
  }

  private static boolean exact(List<X509CRL> lists, List<OcspResponse> responses) {
    CertificatePath path =
        CertificatePath.find(
                TestPki.SEAL.certificate(),
                List.of(TestPki.SEAL_CA.certificate(), TestPki.ROOT.certificate()))
            .orElseThrow();
    return new RevocationProofs(lists, responses).areExactlyFor(List.of(path));
  }

  private static OcspResponse response(TestAuthority issuer, TestAuthority subject) {
    try {
      return OcspResponse.read(
          TestRevocation.of(issuer).response(subject.certificate(), TestRevocation.GOOD));
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }
}
