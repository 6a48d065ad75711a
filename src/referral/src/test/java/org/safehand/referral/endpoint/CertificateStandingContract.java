package org.safehand.referral.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** What whoever knows the standing of certificates must say, under the authority of tests. */
public interface CertificateStandingContract {
  /** The one under test; its authorities are {@link TestPki#AGENCY_CA} and the root. */
  CertificateStanding standing();

  /** The authority revokes {@code certificate}. */
  void revoke(TestAuthority certificate);

  /** Nobody answers any more, or everybody again. */
  void silence(boolean silent);

  @Test
  default void certificateOfEachKind_underTheAuthority_isGood() {
    assertThat(of(TestPki.AGENCY_P384)).isEqualTo(Standing.GOOD);
    assertThat(of(TestPki.AGENCY_RSA)).isEqualTo(Standing.GOOD);
    assertThat(of(TestPki.AGENCY_ML_KEM_768)).isEqualTo(Standing.GOOD);
  }

  @Test
  default void certificate_revoked_isRevoked_andItsNeighbourIsNot() {
    revoke(TestPki.AGENCY_P384);

    assertThat(of(TestPki.AGENCY_P384)).isEqualTo(Standing.REVOKED);
    assertThat(of(TestPki.AGENCY_P256)).isEqualTo(Standing.GOOD);
  }

  @Test
  default void nobodyAnswers_isUnknown_untilSomebodyDoes() {
    silence(true);
    assertThat(of(TestPki.AGENCY_P384)).isEqualTo(Standing.UNKNOWN);

    silence(false);
    assertThat(of(TestPki.AGENCY_P384)).isEqualTo(Standing.GOOD);
  }

  @Test
  default void certificate_ofAnotherAuthorityOfTheSameName_isUntrusted() {
    TestAuthority twin = TestAuthority.root().intermediate("Test Agency CA");

    assertThat(of(twin.agreeing("South Recipient", "secp384r1"))).isEqualTo(Standing.UNTRUSTED);
  }

  private Standing of(TestAuthority certificate) {
    try {
      return standing().of(RecipientCertificate.of(certificate.certificate()));
    } catch (RecipientException e) {
      throw new IllegalStateException(e);
    }
  }
}
