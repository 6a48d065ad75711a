package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.launcher.Platform;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.signin.BrowserSignIn;
import org.safehand.launcher.signin.KeptPasswords;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Documents;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.gateway.Sample;

/** What is behind the machine door, for whom, and that the two doors are not exchanged. */
class MachineDoorIT {
  private static final int PART = 1 << 20;

  private final RunningGateway gateway = RunningGateway.get();
  private final Platform platform = gateway.platform();
  private final Keycloak keycloak = new Keycloak();
  private final Machines machines = new Machines();

  @Test
  void machine_withItsCertificate_fetchesInPartsWhatItsAgencyWasSent() throws Exception {
    Api north = machines.north();
    Answer me = north.get("/api/v1/me");
    assertThat(me.status()).as(me.text()).isEqualTo(200);
    assertThat(me.json().path("number").asText()).isEqualTo(Machines.NORTH);
    assertThat(me.json().path("agency").asText()).isEqualTo("AG-N-001");
    assertThat(me.json().path("roles").toString()).isEqualTo("[\"machine-endpoint\"]");

    String dispatch = gateway.delivered().dispatch();
    Answer state = north.get("/api/v1/dispatches/" + dispatch);
    assertThat(state.json().path("state").asText()).isEqualTo("DELIVERED");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    String tag = part(north, dispatch, "bytes=0-" + (PART - 1), "", whole);
    part(north, dispatch, "bytes=" + PART + "-", tag, whole);
    assertThat(whole.toByteArray())
        .isEqualTo(Files.readAllBytes(gateway.delivered().packageFile()));

    Answer custody =
        gateway
            .supervisor()
            .get("/api/v1/referrals/" + gateway.delivered().referral() + "/custody");
    assertThat(custody.json().path("events"))
        .anySatisfy(
            event -> {
              assertThat(event.path("type").asText()).isEqualTo("retrieved");
              assertThat(event.path("actor").asText()).isEqualTo(Machines.NORTH);
              assertThat(event.path("role").asText()).isEqualTo("machine-endpoint");
            });
  }

  private static String part(
      Api north, String dispatch, String range, String tag, ByteArrayOutputStream whole)
      throws Exception {
    HttpRequest.Builder request =
        north
            .to("/api/v1/dispatches/" + dispatch + "/package")
            .setHeader("Accept", "*/*")
            .header("Range", range);
    Answer answer = north.send(tag.isEmpty() ? request : request.header("If-Range", tag));
    assertThat(answer.status()).as(range).isEqualTo(206);
    whole.write(answer.response().body());
    return answer.header("ETag");
  }

  @Test
  void anotherAgencysCase_isNotThere() throws Exception {
    Api officer = gateway.officer();
    String referral = Referrals.open(officer, Documents.good());
    Sample note = Sample.text("note.txt", "for the south alone");
    assertThat(Referrals.add(officer, referral, note).status()).isEqualTo(201);
    String digest = Referrals.seal(officer, referral);
    Answer released = Referrals.releaseProven(gateway, referral, digest, "AG-S-002");
    assertThat(released.status()).as(released.text()).isEqualTo(200);
    String dispatch = Referrals.dispatches(gateway.supervisor(), referral).get(0);
    Referrals.awaitDispatch(gateway.supervisor(), dispatch, "AVAILABLE");
    Api north = machines.north();
    assertThat(north.get("/api/v1/referrals/" + referral).code()).isEqualTo("referral-not-found");
    assertThat(north.get("/api/v1/referrals/" + referral + "/dispatches").code())
        .isEqualTo("referral-not-found");
    for (String part : new String[] {"", "/package", "/receipt", "/receipt/proof"}) {
      Answer answer = north.fetch("/api/v1/dispatches/" + dispatch + part);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("dispatch-not-found");
    }
  }

  @Test
  void intake_asksTwiceWithOneKey_andHasOneDraft() throws Exception {
    Api intake = machines.intake();
    String key = UUID.randomUUID().toString();
    String first = opened(intake, key);
    assertThat(opened(intake, key)).isEqualTo(first);
    assertThat(opened(intake, UUID.randomUUID().toString())).isNotEqualTo(first);
    Answer own = intake.get("/api/v1/referrals/" + first);
    assertThat(own.json().path("author").asText()).isEqualTo("service-account-safehand-intake");
    assertThat(own.json().at("/document/header/narrative").asText()).isIn("[masked]", "");
  }

  private static String opened(Api intake, String key) throws Exception {
    Answer answer =
        intake.send(
            intake
                .to("/api/v1/referrals")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(Documents.good())));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  @Test
  void boundToken_atThePeoplesDoor_isRefused_withTheCertificateToo() throws Exception {
    assertRefused(machines.bearing(machines::northsToken), "token-bound");
    Identity own = machines.northsKey();
    Api showing =
        new Api(Machines.client(machines.tls(own)), machines.peoplesDoor(), machines::northsToken);
    assertRefused(showing, "token-bound");
  }

  @Test
  void tokensOfPeopleAndOfIntake_atTheMachineDoor_areRefused() throws Exception {
    Identity own = machines.northsKey();
    for (String person : new String[] {"officer1", "liaison-north", "administrator1"}) {
      String token = gateway.browser(person).token().value();
      assertRefused(machines.showing(own, () -> token), "client-not-admitted");
    }
    assertRefused(machines.showing(own, machines::intakesToken), "client-not-admitted");
  }

  @Test
  void token_withAnotherCertificateOfTheAgency_isRefused() throws Exception {
    Identity receipts = keycloak.agency("sign.p12", "agency");
    assertRefused(machines.showing(receipts, machines::northsToken), "certificate-mismatch");
    assertRefused(
        machines.showing(Issued.machine(), machines::northsToken), "certificate-mismatch");
  }

  @Test
  void certificateWithoutAToken_isNobody() throws Exception {
    Answer answer = machines.showing(machines.northsKey(), () -> "").get("/api/v1/me");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  /** A browser sends the cookies of a host to all its ports. */
  @Test
  void sessionOfAPerson_whoAlsoHasTheCertificate_isNothingAtTheMachineDoor() throws Exception {
    Person person =
        platform.people().stream()
            .filter(each -> each.username().equals("officer2"))
            .findFirst()
            .orElseThrow();
    BrowserSignIn browser =
        new BrowserSignIn(
            URI.create(platform.issuer()),
            person.username(),
            new KeptPasswords(platform.secrets(), person),
            new KeptApp(platform.secrets(), person),
            machines.tls(machines.northsKey()),
            new SecureRandom(),
            Clock.systemUTC());
    WebSession session = WebSession.of(browser, machines.peoplesDoor().toString());
    var answer =
        session.send(
            HttpRequest.newBuilder(URI.create(machines.machineDoor() + "/api/v1/me"))
                .header("Accept", "application/json")
                .header("X-Requested-With", "XMLHttpRequest")
                .header("Sec-Fetch-Site", "same-origin")
                .timeout(Duration.ofSeconds(30)));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"unauthenticated\"");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(session.me()).as("at the people's door, after that").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/login",
        "/login?prompt=login",
        "/logout",
        "/bye.html",
        "/referrals",
        "/log/checkpoint",
        "/stepup/callback?state=x&code=y",
        "/backchannel-logout",
        "/error",
        "/exchange",
        "/exchange/",
        "/api",
        "/api/v2/me",
        "/api/v1x/me",
        "/api/v1/../../login",
        "/api/v1/..;/..;/login",
        "/api/v1/%2e%2e/%2e%2e/index.html",
        "//login"
      })
  void anythingButTheApi_isNotAtTheMachineDoor(String path) throws Exception {
    Api north = machines.north();
    for (String token : new String[] {"", machines.northsToken()}) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(machines.machineDoor() + path))
              .header("Accept", "text/html,*/*")
              .timeout(Duration.ofSeconds(30));
      Answer answer =
          north.send(
              token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
      assertThat(answer.status()).as(path + answer.text()).isIn(401, 404);
      assertThat(answer.header("Set-Cookie")).as(path).isEmpty();
      assertThat(answer.header("Location")).as(path).isEmpty();
      assertThat(answer.text()).as(path).doesNotContain("<script", "<form");
    }
  }

  @Test
  void machineDeactivatedByTwo_isOutAtTheNextRequest_andBackByTwo() throws Exception {
    String dispatch = "/api/v1/dispatches/" + gateway.delivered().dispatch();
    Api north = machines.north();
    assertThat(north.get(dispatch).status()).isEqualTo(200);
    int revision =
        gateway
            .administrator()
            .get("/api/v1/people/" + Machines.NORTH)
            .json()
            .path("revision")
            .asInt();
    decided(
        "{\"kind\":\"person-deactivate\",\"number\":\"%s\",\"revision\":%d}"
            .formatted(Machines.NORTH, revision));
    Answer refused = north.get(dispatch);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("operation-not-permitted");
    assertThat(north.get("/api/v1/me").json().path("roles")).isEmpty();
    decided(
        """
        {"kind": "person-change", "revision": %d, "person": {"number": "%s",
         "displayName": "Case system of AG-N-001", "roles": ["machine-endpoint"],
         "agency": "AG-N-001"}}
        """
            .formatted(revision + 1, Machines.NORTH));
    assertThat(north.get(dispatch).status()).isEqualTo(200);
  }

  private void decided(String change) throws Exception {
    Answer proposed = gateway.administrator().post("/api/v1/proposals", change);
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    Answer approved =
        gateway
            .otherAdministrator()
            .post(
                "/api/v1/proposals/" + proposed.json().path("id").asText() + "/approve",
                "{\"digest\":\"" + proposed.json().path("digest").asText() + "\"}",
                proposed.header("ETag"));
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
  }

  private void assertRefused(Api who, String code) throws Exception {
    Answer answer = who.get("/api/v1/me");
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    AuditFiles.awaitLine(answer.text(), "/api/v1/me");
  }
}
