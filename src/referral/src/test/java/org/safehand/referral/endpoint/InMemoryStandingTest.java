package org.safehand.referral.endpoint;

import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

final class InMemoryStandingTest implements CertificateStandingContract {
  private final InMemoryStanding standing = new InMemoryStanding(TestPki.AGENCY_CA.certificate());

  @Override
  public CertificateStanding standing() {
    return standing;
  }

  @Override
  public void revoke(TestAuthority certificate) {
    standing.revoke(certificate.certificate());
  }

  @Override
  public void silence(boolean silent) {
    standing.silent(silent);
  }
}
