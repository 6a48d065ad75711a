package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.safehand.launcher.Platform;
import org.safehand.launcher.signin.KeptPasswords;

/** A person in a browser: signs in, sets a password, reads a referral, signs out. */
class ConsoleIT {
  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void console_walkedInChromium_withoutAComplaint() throws Exception {
    assumeTrue(
        Command.exists("chromium"),
        "skipped: chromium is not installed (apt-get install chromium)");
    String referral = gateway.delivered().referral();
    String reference =
        gateway.officer().get("/api/v1/referrals/" + referral).json().path("reference").asText();
    Platform platform = gateway.platform();
    Path console = Path.of("..", "console").toAbsolutePath().normalize();
    Command walked =
        Command.run(
            console,
            List.of(
                "env",
                "SAFEHAND_WALK_ORIGIN=" + platform.origin(),
                "SAFEHAND_WALK_USERS=" + users(platform),
                "SAFEHAND_WALK_SPKI=" + pin(platform.origin()) + "," + pin(platform.issuer()),
                "SAFEHAND_WALK_REFERRAL=" + reference,
                "SAFEHAND_WALK_SHOTS=" + Path.of("target", "screenshots").toAbsolutePath(),
                "node",
                "test/walk.mjs"));
    System.out.println(walked.output());
    assertThat(walked.exitCode()).as(walked.output()).isZero();
  }

  /**
   * An officer, and a supervisor whose first sign-in this is: they are asked for a new password.
   */
  private String users(Platform platform) throws Exception {
    String kept = new KeptPasswords(platform.secrets(), gateway.named("officer1")).present();
    String oneTime = platform.oneTimePassword(gateway.named("supervisor2"));
    return """
        {"officer": {"user": "officer1", "password": "%s"},
         "supervisor": {"user": "supervisor2", "password": "%s", "newPassword": "Walk-%s"}}"""
        .formatted(kept, oneTime, oneTime);
  }

  /** SHA-256 of the public key that a server shows, which the browser is told to accept. */
  private String pin(String server) throws Exception {
    URI address = URI.create(server);
    try (SSLSocket socket =
        (SSLSocket)
            gateway.tls().getSocketFactory().createSocket(address.getHost(), address.getPort())) {
      socket.startHandshake();
      byte[] key = socket.getSession().getPeerCertificates()[0].getPublicKey().getEncoded();
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    }
  }
}
