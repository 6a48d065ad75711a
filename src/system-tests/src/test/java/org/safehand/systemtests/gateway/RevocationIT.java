package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.safehand.launcher.Platform;
import org.safehand.launcher.PlatformServer;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.pki.AuthorityFiles;
import org.safehand.launcher.pki.RevocationLists;
import org.safehand.launcher.stage.ConsoleProgress;

/**
 * Nothing is sent to an agency whose certificate is revoked, nor as long as nobody can say that it
 * is not. Each test leaves the agency and its authority as it found them.
 */
class RevocationIT {
  /** Longer than the gateway takes a good standing for granted. */
  private static final Duration REMEMBERED = Duration.ofSeconds(11);

  private final RunningGateway gateway = RunningGateway.get();
  private final Platform platform = gateway.platform();

  @Test
  void agencyRevoked_dispatchIsSuspended_andNothingIsSent() throws Exception {
    String referral = sealed();
    revoke(agency().getSerialNumber());
    try {
      awaitForgotten();
      String dispatch = released(referral);
      Referrals.awaitDispatch(gateway.officer(), dispatch, "SUSPENDED");
      assertThat(dispatch(dispatch, "suspension")).isEqualTo("recipient-revoked");
      assertThat(received(dispatch)).isEmpty();
      assertThat(Referrals.custody(gateway.officer(), referral))
          .contains("transmit-suspended")
          .doesNotContain("transmit-authorised", "transmit-attempted");
    } finally {
      restore();
    }
  }

  @Test
  void authorityDown_nothingIsSent_andGoesOnByItselfWhenItIsBack() throws Exception {
    String referral = sealed();
    platform.kill(PlatformServer.AUTHORITIES);
    String dispatch;
    try {
      awaitForgotten();
      dispatch = released(referral);
      Await.until(
          "the gateway asked in vain",
          Duration.ofMinutes(1),
          () -> gatewayLog().contains(dispatch + ": recipient-standing-unknown"));
      assertThat(dispatch(dispatch, "state")).isEqualTo("QUEUED");
      assertThat(received(dispatch)).isEmpty();
    } finally {
      platform.up(new ConsoleProgress(System.out));
    }
    Referrals.awaitDispatch(gateway.officer(), dispatch, "DELIVERED");
    assertThat(received(dispatch)).hasSize(1);
  }

  private String sealed() throws Exception {
    String referral = Referrals.open(gateway.officer(), Documents.good());
    Sample note = Sample.text("note.txt", "a synthetic note\n");
    assertThat(Referrals.add(gateway.officer(), referral, note).status()).isEqualTo(201);
    Referrals.seal(gateway.officer(), referral);
    return referral;
  }

  private String released(String referral) throws Exception {
    String digest =
        gateway.officer().get("/api/v1/referrals/" + referral).json().path("sealDigest").asText();
    Api.Answer answer = Referrals.releaseProven(gateway, referral, digest, "AG-N-001");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return Referrals.dispatches(gateway.supervisor(), referral).get(0);
  }

  /** Earlier tests sent to the same agency, whose good standing is remembered for a moment. */
  private static void awaitForgotten() throws Exception {
    Instant forgotten = Instant.now().plus(REMEMBERED);
    Await.until("forgotten", REMEMBERED.multipliedBy(2), () -> Instant.now().isAfter(forgotten));
  }

  private String dispatch(String dispatch, String member) throws Exception {
    return gateway.officer().get("/api/v1/dispatches/" + dispatch).json().path(member).asText();
  }

  private String gatewayLog() throws IOException {
    return Files.readString(platform.log(PlatformServer.GATEWAY));
  }

  private List<Path> received(String dispatch) throws IOException {
    try (Stream<Path> files = Files.walk(gateway.agencyFolder().resolve("inbox"))) {
      return files.filter(file -> file.endsWith(Path.of(dispatch, "package.asice"))).toList();
    }
  }

  private X509Certificate agency() throws Exception {
    try (InputStream in = Files.newInputStream(gateway.agencyCertificate())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private void revoke(BigInteger serial) throws Exception {
    lists().revoke("agency", serial);
  }

  private void restore() throws Exception {
    Files.delete(platform.folder().authorities().resolve("agency.revoked"));
    lists().publish();
  }

  private RevocationLists lists() throws Exception {
    String password = platform.secrets().password(GatewayEnvironment.PKI_PASSWORD);
    return new RevocationLists(
        new AuthorityFiles(platform.folder().authorities(), password),
        platform.folder().crls(),
        new BouncyCastleProvider(),
        Clock.systemUTC());
  }
}
