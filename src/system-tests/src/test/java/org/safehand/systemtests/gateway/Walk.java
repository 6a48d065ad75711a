package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.safehand.launcher.Platform;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.signin.KeptPasswords;

/** The console's own walk through Chromium, {@code src/console/test/walk.mjs}. */
public final class Walk {
  private final RunningGateway gateway;
  private final Path console = Path.of("..", "console").toAbsolutePath().normalize();

  private Walk(RunningGateway gateway) {
    this.gateway = gateway;
  }

  /** A walk through the console of {@code gateway}; without Chromium the test is left out. */
  public static Walk of(RunningGateway gateway) throws InterruptedException {
    assumeTrue(
        Command.exists("chromium"),
        "skipped: chromium is not installed (apt-get install chromium)");
    return new Walk(gateway);
  }

  /** Walks as {@code users} (JSON, as the script wants them) to {@code referral}. */
  void through(String referral, String users, Map<String, String> settings) throws Exception {
    String reference =
        gateway.officer().get("/api/v1/referrals/" + referral).json().path("reference").asText();
    Map<String, String> all = new HashMap<>(settings);
    all.put("SAFEHAND_WALK_USERS", users);
    all.put("SAFEHAND_WALK_REFERRAL", reference);
    run("test/walk.mjs", all);
  }

  /** Runs one of the console's scripts, which is told where everything is. */
  public void run(String script, Map<String, String> settings) throws Exception {
    Platform platform = gateway.platform();
    List<String> words = new ArrayList<>();
    words.add("env");
    words.add("SAFEHAND_WALK_ORIGIN=" + platform.origin());
    words.add("SAFEHAND_WALK_SPKI=" + pin(platform.origin()) + "," + pin(platform.issuer()));
    words.add("SAFEHAND_WALK_SHOTS=" + Path.of("target", "screenshots").toAbsolutePath());
    settings.forEach((name, value) -> words.add(name + "=" + value));
    words.add("node");
    words.add(script);
    Command walked = Command.run(console, words);
    System.out.println(walked.output());
    assertThat(walked.exitCode()).as(walked.output()).isZero();
  }

  /** Somebody who signed in before, with the next code of their authenticator app. */
  String known(String username) throws Exception {
    Secrets secrets = gateway.platform().secrets();
    Person person = gateway.named(username);
    return """
    {"user": "%s", "password": "%s", "code": "%s"}\
    """
        .formatted(
            username,
            new KeptPasswords(secrets, person).present(),
            new KeptApp(secrets, person).code());
  }

  /**
   * Somebody who never signed in, and is to set up a security key: asked for a new password and for
   * the key, and after signing out for both again.
   */
  String first(String username) throws Exception {
    String oneTime = gateway.platform().oneTimePassword(gateway.named(username));
    return """
    {"user": "%s", "password": "%s", "newPassword": "Walk-%s", "securityKey": true}\
    """
        .formatted(username, oneTime, oneTime);
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
