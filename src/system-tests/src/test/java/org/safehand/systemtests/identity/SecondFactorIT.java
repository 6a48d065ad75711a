package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.authenticator.AuthenticatorApp;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.signin.BrowserSignIn;
import org.safehand.launcher.signin.SignInException;
import org.safehand.systemtests.gateway.Api;

/** Signing in at the running provider, with and without what it takes. */
class SecondFactorIT {
  private static final String PASSWORD = "a synthetic pass phrase 1";

  private final Keycloak keycloak = new Keycloak();
  private final Path folder;

  SecondFactorIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void signIn_ofSomebodyWithoutAFactor_setsOneUpAndReachesGold() throws Exception {
    String username = Keycloak.username("first");
    String id = keycloak.newPerson(username, PASSWORD);
    assertThat(credentials(id)).containsExactly("password");
    JsonNode claims = Keycloak.claims(with(username, app(username)).token().value());
    assertThat(claims.path("acr").asText()).isEqualTo("gold");
    assertThat(claims.path("aud").asText()).isEqualTo("safehand-web");
    assertThat(claims.path("azp").asText()).isEqualTo("safehand-cli");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(240);
    assertThat(credentials(id)).containsExactlyInAnyOrder("password", "otp");
  }

  @Test
  void signIn_ofSomebodyWhoSetsNoFactorUp_isImpossible() throws Exception {
    String username = Keycloak.username("none");
    String id = keycloak.newPerson(username, PASSWORD);
    assertThatIOException()
        .isThrownBy(() -> with(username, new FixedCode("000000")).token())
        .withMessageContaining("is to be set up");
    assertThat(sessions(id)).isZero();
  }

  /**
   * They have a session elsewhere, which is ended on the way. Were it ended before the second
   * factor, the provider would forget that one is to be set up, and let them in with a password.
   */
  @Test
  void signIn_afterTheFactorWasTakenAway_setsAnotherUp() throws Exception {
    String username = Keycloak.username("lost");
    String id = keycloak.newPerson(username, PASSWORD);
    assertThat(with(username, app(username)).token().value()).isNotEmpty();
    takeAway(id);
    assertThatIOException()
        .isThrownBy(() -> with(username, new FixedCode("000000")).token())
        .withMessageContaining("is to be set up");
  }

  @Test
  void code_thatIsWrong_isRefused() throws Exception {
    String username = Keycloak.username("wrong");
    String id = keycloak.newPerson(username, PASSWORD);
    KeptApp app = app(username);
    assertThat(with(username, app).token().value()).isNotEmpty();
    String right = app.code();
    assertThatExceptionOfType(SignInException.class)
        .isThrownBy(() -> with(username, new FixedCode(oneDigitFrom(right))).token())
        .withMessageContaining("otp");
    assertThat(sessions(id)).isEqualTo(1);
  }

  @Test
  void code_thatWasUsed_isRefused() throws Exception {
    String username = Keycloak.username("again");
    keycloak.newPerson(username, PASSWORD);
    KeptApp app = app(username);
    assertThat(with(username, app).token().value()).isNotEmpty();
    FixedCode once = new FixedCode(app.code());
    assertThat(with(username, once).token().value()).isNotEmpty();
    assertThatExceptionOfType(SignInException.class)
        .isThrownBy(() -> with(username, once).token())
        .withMessageContaining("otp");
  }

  @Test
  void secondBrowser_ofTheSamePerson_endsTheSessionOfTheFirst() throws Exception {
    String username = Keycloak.username("two");
    String id = keycloak.newPerson(username, PASSWORD);
    KeptApp app = app(username);
    JsonNode first = Keycloak.claims(with(username, app).token().value());
    JsonNode second = Keycloak.claims(with(username, app).token().value());
    assertThat(sessions(id)).isEqualTo(1);
    assertThat(second.path("sid").asText()).isNotEqualTo(first.path("sid").asText());
    JsonNode left =
        keycloak.operator().get("/admin/realms/safehand/users/" + id + "/sessions").json();
    assertThat(left.get(0).path("id").asText()).isEqualTo(second.path("sid").asText());
  }

  @Test
  void password_guessedTooOften_locksThePersonOut() throws Exception {
    String username = Keycloak.username("guessed");
    String id = keycloak.newPerson(username, PASSWORD);
    for (int i = 0; i < 5; i++) {
      BrowserSignIn guess =
          keycloak.browser(username, new MemorisedPassword("guess " + i), app(username));
      assertThatExceptionOfType(SignInException.class).isThrownBy(guess::token);
    }
    assertThat(locked(id)).isTrue();
    assertThatExceptionOfType(SignInException.class)
        .isThrownBy(() -> with(username, app(username)).token())
        .withMessageContaining("password");
  }

  @Test
  void code_guessedTooOften_locksThePersonOut() throws Exception {
    String username = Keycloak.username("codes");
    String id = keycloak.newPerson(username, PASSWORD);
    KeptApp app = app(username);
    assertThat(with(username, app).token().value()).isNotEmpty();
    String wrong = oneDigitFrom(app.code());
    for (int i = 0; i < 5; i++) {
      assertThatExceptionOfType(SignInException.class)
          .isThrownBy(() -> with(username, new FixedCode(wrong)).token());
    }
    assertThat(locked(id)).isTrue();
    assertThatExceptionOfType(SignInException.class).isThrownBy(() -> with(username, app).token());
  }

  /** The gateway's own wall: what if the provider did not ask. */
  @Test
  void token_reachedWithAPasswordAlone_isRefusedByTheGateway() throws Exception {
    String username = Keycloak.username("silver");
    keycloak.newPerson(username, PASSWORD);
    keycloak.setLevel("safehand-cli", "silver");
    try {
      String token = with(username, new FixedCode("000000")).token().value();
      assertThat(Keycloak.claims(token).path("acr").asText()).isEqualTo("silver");
      Api.Answer refused = keycloak.gateway(token).get("/api/v1/me");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.code()).isEqualTo("second-factor-missing");
      assertThat(refused.header("WWW-Authenticate"))
          .isEqualTo("Bearer error=\"insufficient_user_authentication\", acr_values=\"gold\"");
      AuditFiles.awaitLine(refused.text(), "/api/v1/me");
    } finally {
      keycloak.setLevel("safehand-cli", "gold");
    }
  }

  /** The same for a session: the console's own client is made to ask for a password alone. */
  @Test
  void session_reachedWithAPasswordAlone_isRefusedByTheGateway() throws Exception {
    String username = Keycloak.username("silver");
    keycloak.newPerson(username, PASSWORD);
    String login = keycloak.gatewayOrigin() + "/login";
    keycloak.setLevel("safehand-web", "silver");
    try {
      BrowserSignIn browser = with(username, new FixedCode("000000"));
      HttpResponse<String> answer = page(browser, browser.follow(URI.create(login), login + "?"));
      for (int hops = 0; hops < 3 && answer.headers().firstValue("Location").isPresent(); hops++) {
        answer = page(browser, answer.uri().resolve(answer.headers().firstValue("Location").get()));
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
      assertThat(answer.body()).contains("\"second-factor-missing\"");
      AuditFiles.awaitLine(answer.body(), "/login");
      HttpRequest me =
          HttpRequest.newBuilder(URI.create(keycloak.gatewayOrigin() + "/api/v1/me"))
              .header("Accept", "application/json")
              .header("X-Requested-With", "XMLHttpRequest")
              .header("Sec-Fetch-Site", "same-origin")
              .build();
      assertThat(browser.send(me).statusCode()).as("with whatever cookie is left").isEqualTo(401);
    } finally {
      keycloak.setLevel("safehand-web", "gold");
    }
  }

  private static HttpResponse<String> page(BrowserSignIn browser, URI address) throws Exception {
    return browser.send(HttpRequest.newBuilder(address).header("Accept", "text/html").build());
  }

  private BrowserSignIn with(String username, AuthenticatorApp app) {
    return keycloak.browser(username, new MemorisedPassword(PASSWORD), app);
  }

  private KeptApp app(String username) {
    Person person =
        new Person(username, "A", "B", List.of(), Optional.empty(), Optional.empty(), false);
    return new KeptApp(new Secrets(folder, new SecureRandom()), person);
  }

  private static String oneDigitFrom(String code) {
    char last = code.charAt(5);
    return code.substring(0, 5) + (char) (last == '9' ? '0' : last + 1);
  }

  private List<String> credentials(String id) throws Exception {
    return keycloak
        .operator()
        .get("/admin/realms/safehand/users/" + id + "/credentials")
        .json()
        .findValuesAsText("type");
  }

  private void takeAway(String id) throws Exception {
    Api operator = keycloak.operator();
    String path = "/admin/realms/safehand/users/" + id + "/credentials";
    for (JsonNode credential : operator.get(path).json()) {
      if (credential.path("type").asText().equals("otp")) {
        Api.Answer answer =
            operator.send(operator.to(path + "/" + credential.path("id").asText()).DELETE());
        assertThat(answer.status()).isEqualTo(204);
      }
    }
  }

  private int sessions(String id) throws Exception {
    return keycloak
        .operator()
        .get("/admin/realms/safehand/users/" + id + "/sessions")
        .json()
        .size();
  }

  private boolean locked(String id) throws Exception {
    return keycloak
        .operator()
        .get("/admin/realms/safehand/attack-detection/brute-force/users/" + id)
        .json()
        .path("disabled")
        .asBoolean();
  }
}
