package org.safehand.systemtests.gateway;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * People in a browser: one signs in with a code, reads a referral, signs out; another sets a
 * password and a security key, and signs in a second time with them.
 */
class ConsoleIT {
  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void console_walkedInChromium_withoutAComplaint() throws Exception {
    Walk walk = Walk.of(gateway);
    String referral = gateway.delivered().referral();
    String users =
        """
        {"officer": %s, "supervisor": %s}\
        """
            .formatted(walk.known("officer1"), walk.first("supervisor3"));
    walk.through(referral, users, Map.of());
  }
}
