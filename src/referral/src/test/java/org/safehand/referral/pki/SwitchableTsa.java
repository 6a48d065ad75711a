package org.safehand.referral.pki;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.referral.fault.TimeStampUnavailableException;
import org.safehand.referral.port.TimeStampAuthority;

/** A real time-stamp authority in this process; it can be switched off. */
public final class SwitchableTsa implements TimeStampAuthority {
  private final TestTsa authority = new TestTsa(TestPki.TSA);
  private volatile boolean down;
  private volatile Runnable meanwhile = () -> {};

  public void down(boolean isDown) {
    down = isDown;
  }

  /** Something else happens, once, while the next time-stamp is waited for. */
  public void before(Runnable happening) {
    meanwhile = happening;
  }

  @Override
  public TimeStampToken stamp(Digest digest) throws TimeStampUnavailableException {
    Runnable happening = meanwhile;
    meanwhile = () -> {};
    happening.run();
    if (down) {
      throw new TimeStampUnavailableException("planted: the authority is down");
    }
    return authority.stamp(digest);
  }
}
