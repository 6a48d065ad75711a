package org.safehand.systemtests.gateway;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person in a browser: signs in, sets a password, reads a referral, signs out. */
class ConsoleIT {
  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void console_walkedInChromium_withoutAComplaint() throws Exception {
    Walk walk = Walk.of(gateway);
    String referral = gateway.delivered().referral();
    walk.through(referral, users(walk), Map.of());
  }

  /**
   * An officer, and a supervisor whose first sign-in this is: they are asked for a new password.
   */
  private String users(Walk walk) throws Exception {
    String oneTime = gateway.platform().oneTimePassword(gateway.named("supervisor2"));
    return """
        {"officer": {"user": "officer1", "password": "%s"},
         "supervisor": {"user": "supervisor2", "password": "%s", "newPassword": "Walk-%s"}}"""
        .formatted(walk.password("officer1"), oneTime, oneTime);
  }
}
