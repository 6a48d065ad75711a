package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.signin.BrowserSignIn;
import org.safehand.launcher.signin.SignInException;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Await;

/** Somebody is disabled at the identity provider, by its administrator: when they are out here. */
class DisabledPersonIT {
  private static final String PASSWORD = "a synthetic pass phrase 3";
  private static final Duration OUT = Duration.ofMinutes(5);
  private static final String TOKEN_LIFE = "access.token.lifespan";
  private static final String REDIRECT = "http://127.0.0.1:53682/callback";

  /** The pair of RFC 7636, appendix B: whoever asks here has nothing to hide. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final Keycloak keycloak = new Keycloak();
  private final Path folder;

  DisabledPersonIT(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Somebody(String username, String id, BrowserSignIn browser) {}

  @Test
  void token_livesForFourMinutes_andIsNotRenewedOnceItsPersonIsDisabled() throws Exception {
    Somebody person = somebody();
    JsonNode first = tokens(person);
    JsonNode claims = Keycloak.claims(first.path("access_token").asText());
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(240);
    HttpResponse<String> renewed = renew(first);
    assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
    disable(person);
    HttpResponse<String> refused = renew(Keycloak.json(renewed));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Keycloak.json(refused).path("error").asText()).isEqualTo("invalid_grant");
    assertThatExceptionOfType(SignInException.class)
        .as("with the cookies of the sign-in before")
        .isThrownBy(() -> tokens(person));
  }

  /**
   * For this test the token of a session lives for a few seconds instead of four minutes; what
   * follows when it is over is the same.
   */
  @Test
  void session_goesOnBeyondItsToken_andNotOnceItsPersonIsDisabled() throws Exception {
    Somebody person = somebody();
    keycloak.setAttribute("safehand-web", TOKEN_LIFE, "4");
    try {
      WebSession session = WebSession.of(person.browser(), keycloak.gatewayOrigin());
      Instant beyond = Instant.now().plusSeconds(5);
      Await.until(
          "the first token is over",
          Duration.ofSeconds(15),
          () -> {
            assertThat(session.me()).isEqualTo(200);
            return Instant.now().isAfter(beyond);
          });
      disable(person);
      Await.until("they are out", Duration.ofSeconds(10), () -> session.me() == 401);
      assertThat(session.me()).as("and stay so").isEqualTo(401);
    } finally {
      keycloak.setAttribute("safehand-web", TOKEN_LIFE, "");
    }
  }

  /** Disabled just after they signed in, when their token has its whole life before it. */
  @Test
  @EnabledIfSystemProperty(named = "safehand.long", matches = "true")
  void personDisabled_isOutWithinFiveMinutes_withTheirSessionAndWithTheirToken() throws Exception {
    Somebody inConsole = somebody();
    Somebody atCommandLine = somebody();
    WebSession session = WebSession.of(inConsole.browser(), keycloak.gatewayOrigin());
    Api bearer = keycloak.gateway(tokens(atCommandLine).path("access_token").asText());
    assertThat(bearer.get("/api/v1/me").status()).isEqualTo(200);
    disable(inConsole);
    disable(atCommandLine);
    Await.until(
        "both are out", OUT, () -> session.me() == 401 && bearer.get("/api/v1/me").status() == 401);
    assertThat(session.me()).as("and stay so").isEqualTo(401);
  }

  private Somebody somebody() throws Exception {
    String username = Keycloak.username("disabled");
    String id = keycloak.newPerson(username, PASSWORD);
    KeptApp app =
        new KeptApp(
            new Secrets(folder, new SecureRandom()),
            new Person(username, "S", "P", List.of(), Optional.empty(), Optional.empty(), false));
    return new Somebody(
        username, id, keycloak.browser(username, new MemorisedPassword(PASSWORD), app));
  }

  private void disable(Somebody person) throws Exception {
    Api operator = keycloak.operator();
    Api.Answer disabled =
        operator.send(
            operator
                .to("/admin/realms/safehand/users/" + person.id())
                .header("Content-Type", "application/json")
                .PUT(
                    BodyPublishers.ofString(
                        "{\"username\":\"%s\",\"enabled\":false}".formatted(person.username()))));
    assertThat(disabled.status()).as(disabled.text()).isEqualTo(204);
  }

  /** What a sign-in at the command line brings: access, refresh and ID token. */
  private JsonNode tokens(Somebody person) throws Exception {
    String address =
        keycloak.issuer()
            + "/protocol/openid-connect/auth?response_type=code&client_id=safehand-cli&scope=openid"
            + "&state=s&nonce=n&code_challenge_method=S256&code_challenge="
            + CHALLENGE
            + "&redirect_uri="
            + REDIRECT;
    URI back = person.browser().follow(URI.create(address), REDIRECT);
    assertThat(back.getQuery()).contains("code=");
    HttpResponse<String> answer =
        keycloak.token(
            "safehand",
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "safehand-cli",
                "redirect_uri",
                REDIRECT,
                "code",
                back.getQuery().replaceAll(".*(?:^|&)code=([^&]+).*", "$1"),
                "code_verifier",
                VERIFIER));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Keycloak.json(answer);
  }

  private HttpResponse<String> renew(JsonNode tokens) throws Exception {
    return keycloak.token(
        "safehand",
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            "safehand-cli",
            "refresh_token",
            tokens.path("refresh_token").asText()));
  }
}
