package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.gateway.RunningGateway;

/** Bearer tokens that are wrong in one thing alone: none is accepted on any path. */
class TokenCorpusIT {
  private static final List<String> PATHS =
      List.of(
          "/api/v1/me",
          "/api/v1/referrals",
          "/api/v1/referrals/" + UUID.randomUUID(),
          "/api/v1/log/standing",
          "/api/v1/people",
          "/api/v1/duty");

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
          "the gateway knows the key",
          Duration.ofSeconds(60),
          () -> ask("/api/v1/me", good).status() == 200);
      Map<String, String> forged = ForgedTokens.of(mint, genuine, keycloak.webSecret());
      assertThat(forged).hasSizeGreaterThan(60);
      assertThat(accepted(forged)).isEmpty();
      assertThat(ask("/api/v1/me", good).status()).as("the good one, after that").isEqualTo(200);
    } finally {
      mint.takeAway();
    }
  }

  private List<String> accepted(Map<String, String> forged) throws Exception {
    List<String> accepted = new ArrayList<>();
    for (Map.Entry<String, String> one : forged.entrySet()) {
      for (String path : PATHS) {
        int status = ask(path, one.getValue()).status();
        if (status != 400 && status != 401) {
          accepted.add(one.getKey() + " at " + path + ": " + status);
        }
      }
    }
    return accepted;
  }

  @Test
  void token_inTheAddress_isRefusedThoughItIsGood() throws Exception {
    String genuine = genuine();
    assertThat(ask("/api/v1/me", "Bearer " + genuine).status()).isEqualTo(200);
    for (String name :
        List.of("access_token", "access%5ftoken", "ACCESS_TOKEN", "a=1&access_token")) {
      for (String path : PATHS) {
        Answer answer = nobody.get(path + "?" + name + "=" + genuine);
        assertThat(answer.status()).as(name + " at " + path).isBetween(400, 401);
      }
    }
    Answer with =
        nobody.send(
            nobody
                .to("/api/v1/me?access_token=" + genuine)
                .header("Authorization", "Bearer " + genuine));
    assertThat(with.status()).as("beside a good one").isEqualTo(400);
  }

  @Test
  void token_ofAnotherKind_isRefusedThoughTheProviderGaveIt() throws Exception {
    String id = gateway.browser("officer1").stepUp(UUID.randomUUID().toString());
    for (String path : PATHS) {
      assertThat(ask(path, "Bearer " + id).status()).as(path).isEqualTo(401);
    }
  }

  private String genuine() throws Exception {
    return gateway.browser("officer1").token().value();
  }

  private Answer ask(String path, String authorization) throws Exception {
    return nobody.send(nobody.to(path).header("Authorization", authorization).GET());
  }
}
