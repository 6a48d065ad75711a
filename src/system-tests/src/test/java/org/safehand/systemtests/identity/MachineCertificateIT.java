package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.safehand.launcher.Platform;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.keyfile.KeyStoreFile;
import org.safehand.launcher.pki.AuthorityFiles;
import org.safehand.launcher.pki.Purpose;
import org.safehand.launcher.pki.RevocationLists;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.gateway.RunningGateway;

/**
 * With which certificates there is a connection at the machine door. Each is one thing away from
 * one with which there is: a certificate of the agencies' authority for clients, in force.
 */
class MachineCertificateIT {
  private static final KeyPurposeId CLIENT = KeyPurposeId.id_kp_clientAuth;

  private final RunningGateway gateway = RunningGateway.get();
  private final Platform platform = gateway.platform();
  private final Keycloak keycloak = new Keycloak();
  private final Machines machines = new Machines();

  @Test
  void certificateOfTheAgenciesAuthority_getsAConnection_andNothingByItAlone() throws Exception {
    assertThat(ask(Issued.machine())).isEqualTo("certificate-mismatch");
  }

  @Test
  void nobody_getsNoConnection() {
    Api nobody =
        new Api(Machines.client(gateway.tls()), machines.machineDoor(), machines::northsToken);
    assertThatIOException().isThrownBy(() -> nobody.get("/api/v1/me"));
  }

  @Test
  void certificateOfTheSameName_thatItMadeItself_getsNoConnection() throws Exception {
    assertNoConnection(SelfSigned.like(machines.northsKey().certificate()));
  }

  /** Under the same root, by the authority that certifies our own servers and clients. */
  @Test
  void certificateOfAnotherAuthority_getsNoConnection() throws Exception {
    assertNoConnection(Issued.by(Purpose.TLS, CLIENT, Instant.now().plusSeconds(3600)));
    KeyStoreFile store =
        new KeyStoreFile(platform.secrets().password(GatewayEnvironment.PKI_PASSWORD));
    assertNoConnection(store.read(platform.folder().pki().resolve("gateway-client.p12"), "client"));
  }

  @Test
  void expiredCertificate_getsNoConnection() throws Exception {
    assertNoConnection(Issued.by(Purpose.AGENCY, CLIENT, Instant.now().minusSeconds(1)));
  }

  @Test
  void certificateNotInForceYet_getsNoConnection() throws Exception {
    assertNoConnection(
        Issued.by(Purpose.AGENCY, CLIENT, Instant.now().plus(Duration.ofDays(1)).plusSeconds(60)));
  }

  @Test
  void certificateForServers_getsNoConnection() throws Exception {
    assertNoConnection(keycloak.agency("tls.p12", "server"));
    assertNoConnection(
        Issued.by(Purpose.AGENCY, KeyPurposeId.id_kp_serverAuth, Instant.now().plusSeconds(3600)));
  }

  /** The list is read when the server starts; the gateway itself looks at each request. */
  @Test
  void revokedWhileTheServerRuns_isRefused_andAfterARestartGetsNoConnection() throws Exception {
    Identity other = Issued.machine();
    Api before = machines.north();
    assertThat(before.get("/api/v1/me").status()).isEqualTo(200);
    try {
      lists().revoke("agency", machines.northsKey().certificate().getSerialNumber());
      lists().revoke("agency", other.certificate().getSerialNumber());
      Await.until(
          "refused on the connection that was there before",
          Duration.ofSeconds(15),
          () -> before.get("/api/v1/me").code().equals("certificate-not-valid"));
      assertThat(ask(machines.northsKey())).isEqualTo("certificate-not-valid");
      assertThat(ask(other)).as("the server has the list of its start").isNotEmpty();
      platform.stopGateway();
      platform.startGateway();
      assertNoConnection(other);
      assertNoConnection(machines.northsKey());
    } finally {
      Files.delete(platform.folder().authorities().resolve("agency.revoked"));
      lists().publish();
      platform.stopGateway();
      platform.startGateway();
    }
    Await.until(
        "let in again",
        Duration.ofSeconds(15),
        () -> machines.north().get("/api/v1/me").status() == 200);
  }

  /** What a provider's signature says is not enough: the certificate must be the agency's. */
  @Test
  void certificateThatNobodyRegistered_isRefusedThoughTheTokenIsBoundToIt() throws Exception {
    Identity issued = Issued.machine();
    HttpResponse<String> answer =
        keycloak
            .presenting(issued)
            .token(
                "safehand",
                Map.of("grant_type", "client_credentials", "client_id", "safehand-machine-north"));
    assertThat(answer.statusCode()).as("the provider goes by the name").isEqualTo(200);
    String token = Keycloak.json(answer).path("access_token").asText();
    Api.Answer refused = machines.showing(issued, () -> token).get("/api/v1/me");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("certificate-not-pinned");
  }

  private String ask(Identity identity) throws IOException, InterruptedException {
    return machines.showing(identity, machines::northsToken).get("/api/v1/me").code();
  }

  private void assertNoConnection(Identity identity) {
    assertThatIOException().isThrownBy(() -> ask(identity));
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
