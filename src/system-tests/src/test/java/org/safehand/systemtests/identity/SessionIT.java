package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.signin.BrowserSignIn;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.gateway.RunningGateway;

/** How sessions with the gateway begin and end, by cookie, as a browser has them. */
class SessionIT {
  private static final String PASSWORD = "a synthetic pass phrase 1";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Keycloak keycloak = new Keycloak();
  private final RunningGateway gateway = RunningGateway.get();
  private final String username = Keycloak.username("session");
  private final KeptApp app;
  private final String id;
  private final Path folder;

  SessionIT(@TempDir Path folder) throws Exception {
    this.folder = folder;
    id = keycloak.newPerson(username, PASSWORD);
    app = app(username);
  }

  private KeptApp app(String person) {
    return new KeptApp(
        new Secrets(folder, new SecureRandom()),
        new Person(person, "S", "P", List.of(), Optional.empty(), Optional.empty(), false));
  }

  /** As it goes over the wire, whatever a browser would make of it. */
  @Test
  void signIn_setsTheCookieOfTheSession_withTheseAttributesAndNoOther() throws Exception {
    BrowserSignIn browser = browser(username, app);
    String login = keycloak.gatewayOrigin() + "/login";
    HttpResponse<String> answer = page(browser, URI.create(login));
    List<String> set = new ArrayList<>(answer.headers().allValues("Set-Cookie"));
    URI next = browser.follow(location(answer), login + "?");
    for (int hops = 0; hops < 3 && next.toString().startsWith(login); hops++) {
      answer = page(browser, next);
      set.addAll(answer.headers().allValues("Set-Cookie"));
      next = location(answer);
    }
    assertThat(next).as("signed in").hasPath("/");
    assertThat(set).noneMatch(it -> attributes(it).stream().anyMatch(a -> a.startsWith("domain")));
    assertThat(set.stream().filter(it -> !it.contains("=; Expires=")))
        .as("all that are not taken away")
        .allMatch(it -> attributes(it).containsAll(List.of("secure", "httponly")));
    assertThat(set.stream().filter(it -> it.startsWith("__Host-safehand=")))
        .as("the session's, which gets another id once somebody is signed in")
        .hasSizeGreaterThan(1)
        .doesNotHaveDuplicates()
        .allSatisfy(
            it ->
                assertThat(attributes(it))
                    .containsExactlyInAnyOrder("path=/", "secure", "httponly", "samesite=lax"));
  }

  /** What stands after the name and the value. */
  private static List<String> attributes(String cookie) {
    return Arrays.stream(cookie.split(";"))
        .skip(1)
        .map(each -> each.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static HttpResponse<String> page(BrowserSignIn browser, URI address) throws Exception {
    return browser.send(HttpRequest.newBuilder(address).header("Accept", "text/html").build());
  }

  private static URI location(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void signOutAtTheProvider_endsTheSessionHere() throws Exception {
    WebSession session = open();
    assertThat(
            keycloak
                .operator()
                .post("/admin/realms/safehand/users/" + id + "/logout", "{}")
                .status())
        .isEqualTo(204);
    Await.until("the session ended", SOON, () -> session.me() == 401);
  }

  @Test
  void signInElsewhere_endsTheSessionHere() throws Exception {
    WebSession first = open();
    WebSession second = open();
    Await.until("the first session ended", SOON, () -> first.me() == 401);
    assertThat(second.me()).isEqualTo(200);
  }

  @Test
  void signOut_leadsToTheProvider_andTheCookieIsWorthNothing() throws Exception {
    WebSession session = open();
    assertThat(session.signOut())
        .startsWith(keycloak.issuer() + "/protocol/openid-connect/logout?id_token_hint=")
        .contains("post_logout_redirect_uri=");
    assertThat(session.me()).isEqualTo(401);
  }

  @Test
  void logoutToken_thatIsNone_endsNothing() throws Exception {
    WebSession session = open();
    String address = keycloak.gatewayOrigin() + "/backchannel-logout";
    for (String token : List.of("", "abc", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
      HttpResponse<String> answer = keycloak.post(address, Map.of("logout_token", token));
      assertThat(answer.statusCode()).as(token).isEqualTo(400);
      assertThat(answer.body()).contains("invalid_request");
    }
    assertThat(keycloak.post(address, Map.of("other", "x")).statusCode()).isEqualTo(400);
    String access = gateway.browser("officer1").token().value();
    assertThat(keycloak.post(address, Map.of("logout_token", access)).statusCode()).isEqualTo(400);
    assertThat(session.me()).isEqualTo(200);
  }

  /** Each is signed by a key of the provider and right in all but whom it is for or about. */
  @Test
  void logoutToken_forOrAboutAnother_endsNothingHere_andTheRightOneDoes() throws Exception {
    WebSession session = open();
    String other = Keycloak.username("other");
    String othersId = keycloak.newPerson(other, PASSWORD);
    WebSession others = WebSession.of(browser(other, app(other)), keycloak.gatewayOrigin());
    Mint mint = Mint.in(keycloak);
    try {
      Await.until(
          "the gateway knows the key",
          Duration.ofSeconds(60),
          () -> told(LogoutToken.of("safehand-web", othersId, sid(othersId)), mint) == 200);
      assertThat(others.me()).as("the other's own").isEqualTo(401);
      assertThat(session.me()).as("after the other's").isEqualTo(200);
      assertThat(told(LogoutToken.of("safehand-web", id, UUID.randomUUID().toString()), mint))
          .isEqualTo(200);
      assertThat(session.me()).as("another session of the person").isEqualTo(200);
      for (String audience : List.of("safehand-cli", "safehand-step-up", "account", "")) {
        assertThat(told(LogoutToken.of(audience, id, sid(id)), mint)).as(audience).isEqualTo(400);
        assertThat(session.me()).as("for " + audience).isEqualTo(200);
      }
      assertThat(told(LogoutToken.of("safehand-web", id, sid(id)), mint)).isEqualTo(200);
      assertThat(session.me()).as("the right one").isEqualTo(401);
    } finally {
      mint.takeAway();
    }
  }

  private int told(LogoutToken token, Mint mint) throws Exception {
    return keycloak
        .post(
            keycloak.gatewayOrigin() + "/backchannel-logout",
            Map.of("logout_token", token.signed(mint, keycloak.issuer())))
        .statusCode();
  }

  /** The one session that a person has at the provider. */
  private String sid(String person) throws Exception {
    return keycloak
        .operator()
        .get("/admin/realms/safehand/users/" + person + "/sessions")
        .json()
        .path(0)
        .path("id")
        .asText();
  }

  /** What a request says of who made it; null: nothing. */
  private record Said(@Nullable String site, @Nullable String script, @Nullable String origin) {}

  /** None of these is what our own page sends; each is one thing away from it. */
  @Test
  void change_notFromOurOwnPage_isRefused() throws Exception {
    WebSession session = open();
    String script = "XMLHttpRequest";
    List<Said> all =
        List.of(
            new Said("cross-site", script, null),
            new Said("same-site", script, null),
            new Said("none", script, null),
            new Said("same-origin", null, null),
            new Said(null, script, null),
            new Said(null, script, "https://localhost:1"),
            new Said(null, script, "null"),
            new Said("same-origin", script, "https://evil.example.org"));
    for (Said said : all) {
      HttpResponse<String> answer = change(session, said);
      assertThat(answer.statusCode()).as(said + answer.body()).isEqualTo(403);
      assertThat(answer.body()).as(said.toString()).containsAnyOf("\"csrf\"", "\"cross-site\"");
      AuditFiles.awaitLine(answer.body(), "/api/v1/referrals");
    }
    HttpResponse<String> own = change(session, new Said("same-origin", script, null));
    assertThat(own.body()).as("from our own page").doesNotContain("csrf").doesNotContain("site");
  }

  private static HttpResponse<String> change(WebSession session, Said said) throws Exception {
    HttpRequest.Builder request =
        session.bare("/api/v1/referrals").header("Content-Type", "application/json");
    header(request, "Sec-Fetch-Site", said.site());
    header(request, "X-Requested-With", said.script());
    header(request, "Origin", said.origin());
    return session.send(request.POST(BodyPublishers.ofString("{}")));
  }

  private static void header(HttpRequest.Builder request, String name, @Nullable String value) {
    if (value != null) {
      request.header(name, value);
    }
  }

  @Test
  void cookie_besideATokenThatIsWrong_isNotHeeded() throws Exception {
    WebSession session = open();
    HttpResponse<String> answer =
        session.send(session.console("/api/v1/me").header("Authorization", "Bearer a.b.c").GET());
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  private WebSession open() throws Exception {
    return WebSession.of(browser(username, app), keycloak.gatewayOrigin());
  }

  private BrowserSignIn browser(String person, KeptApp personsApp) {
    return keycloak.browser(person, new MemorisedPassword(PASSWORD), personsApp);
  }
}
