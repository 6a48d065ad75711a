package org.safehand.systemtests.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.contract.Operation;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.gateway.RunningGateway;

/**
 * Bearer tokens that are wrong in one thing alone: each of them is shown at each operation of the
 * contract and at the sign-out, and none is accepted.
 */
class TokenCorpusIT {
  private static final String ME = "/api/v1/me";

  private final RunningGateway gateway = RunningGateway.get();
  private final Keycloak keycloak = new Keycloak();
  private final Api nobody = gateway.anonymous();

  @Test
  void token_wrongInOneThing_isAcceptedNowhere() throws Exception {
    String genuine = genuine();
    Mint mint = Mint.in(keycloak);
    try {
      String good = "Bearer " + ForgedTokens.good(mint, genuine);
      Await.until(
          "the gateway knows the key", Duration.ofSeconds(60), () -> ask(ME, good).status() == 200);
      Map<String, String> forged = ForgedTokens.of(mint, genuine, keycloak.webSecret());
      assertThat(forged).hasSizeGreaterThan(60);
      assertNoted(requireNonNull(forged.get("a bit of the signature"), "no such token"));
      assertThat(Doors.ofTheApi(nobody).andTheSignOut().openedBy(forged)).isEmpty();
      assertThat(ask(ME, good).status()).as("the good one, after that").isEqualTo(200);
    } finally {
      mint.takeAway();
    }
  }

  @Test
  void token_inTheAddress_isRefusedThoughItIsGood() throws Exception {
    String genuine = genuine();
    assertThat(ask(ME, "Bearer " + genuine).status()).isEqualTo(200);
    for (String name :
        List.of("access_token", "access%5ftoken", "ACCESS_TOKEN", "a=1&access_token")) {
      for (Operation door : Doors.ofTheApi(nobody).andTheSignOut().all()) {
        Operation asked = new Operation(door.method(), door.path() + "?" + name + "=" + genuine);
        int status = asked.ask(nobody).status();
        assertThat(status).as(name + " at " + door).isBetween(400, 401);
      }
    }
    for (String name : List.of("access_token", "ACCESS_TOKEN")) {
      Answer beside = ask(ME + "?" + name + "=" + genuine, "Bearer " + genuine);
      assertThat(beside.status()).as("beside a good one").isEqualTo(400);
      assertThat(beside.code()).isEqualTo("token-in-url");
      AuditFiles.awaitLine(beside.text(), name.equals("access_token") ? "/refused" : ME);
    }
  }

  @Test
  void token_ofAnotherKind_isRefusedThoughTheProviderGaveIt() throws Exception {
    String id = gateway.browser("officer1").stepUp(UUID.randomUUID().toString());
    Map<String, String> other = Map.of("an ID token", "Bearer " + id);
    assertThat(Doors.ofTheApi(nobody).andTheSignOut().openedBy(other)).isEmpty();
  }

  private void assertNoted(String forged) throws Exception {
    Answer refused = ask(ME, forged);
    assertThat(refused.code()).isEqualTo("unauthenticated");
    AuditFiles.awaitLine(refused.text(), ME);
  }

  private String genuine() throws Exception {
    return gateway.browser("officer1").token().value();
  }

  private Answer ask(String path, String authorization) throws Exception {
    return nobody.send(nobody.to(path).header("Authorization", authorization).GET());
  }
}
