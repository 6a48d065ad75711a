package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.launcher.keycloak.ClientKey;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.systemtests.gateway.Api;

/** Machines at the running provider and the gateway: by a key, and by a certificate. */
class MachineIT {
  private static final String INTAKE = "safehand-intake";

  private final Keycloak keycloak = new Keycloak();
  private PrivateKey key;

  @BeforeEach
  void readKey() throws Exception {
    key = Assertion.key(keycloak.clientKey(ClientKey.INTAKE));
  }

  @Test
  void intake_withItsKey_getsATokenForTheGatewayAlone() throws Exception {
    HttpResponse<String> answer = ask(good().compact());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode answered = Keycloak.json(answer);
    assertThat(answered.has("refresh_token")).isFalse();
    JsonNode claims = Keycloak.claims(answered.path("access_token").asText());
    assertThat(claims.path("aud").asText()).isEqualTo("safehand-web");
    assertThat(claims.path("azp").asText()).isEqualTo(INTAKE);
    assertThat(claims.path("unit").asText()).isEqualTo("hotline");
    assertThat(claims.path("realm_access").path("roles").toString())
        .isEqualTo("[\"machine-intake\"]");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(240);
  }

  @Test
  void intake_atTheGateway_isKnownWithoutASecondFactor_byTheRoleOfBothLists() throws Exception {
    String token = Keycloak.json(ask(good().compact())).path("access_token").asText();
    Api.Answer me = keycloak.gateway(token).get("/api/v1/me");
    assertThat(me.status()).as(me.text()).isEqualTo(200);
    assertThat(me.json().path("number").asText()).isEqualTo("service-account-safehand-intake");
    assertThat(me.json().path("roles").toString()).isEqualTo("[\"machine-intake\"]");
  }

  @Test
  void assertion_usedTwice_isRefused() throws Exception {
    String assertion = good().compact();
    assertThat(ask(assertion).statusCode()).isEqualTo(200);
    assertRefused(assertion);
  }

  @Test
  void assertion_oneRuleFromAGoodOne_isRefused() throws Exception {
    long past = Instant.now().minusSeconds(120).getEpochSecond();
    assertRefused(good().claiming("exp", past).compact());
    assertRefused(good().claiming("aud", "https://other.example.org/").compact());
    assertRefused(good().claiming("sub", "safehand-step-up").compact());
    assertRefused(good().headed("kid", "intake-2").compact());
    assertRefused(
        Assertion.of(INTAKE, "intake-1", Assertion.strangersKey(), keycloak.issuer()).compact());
    String compact = good().compact();
    char last = compact.charAt(compact.length() - 3);
    assertRefused(
        compact.substring(0, compact.length() - 3)
            + (last == 'A' ? 'B' : 'A')
            + compact.substring(compact.length() - 2));
    assertThat(ask(good().compact()).statusCode()).isEqualTo(200);
  }

  @Test
  void agency_withItsCertificate_getsATokenBoundToIt() throws Exception {
    Identity machine = keycloak.agency("machine.p12", "machine");
    HttpResponse<String> answer = keycloak.presenting(machine).token("safehand", agencyRequest());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode claims = Keycloak.claims(Keycloak.json(answer).path("access_token").asText());
    assertThat(claims.path("cnf").path("x5t#S256").asText())
        .isEqualTo(thumbprint(machine.certificate()));
    assertThat(claims.path("agency_id").toString()).isEqualTo("[\"AG-N-001\"]");
    assertThat(claims.path("realm_access").path("roles").toString())
        .isEqualTo("[\"machine-endpoint\"]");
  }

  @Test
  void agency_withoutItsCertificate_isRefused() throws Exception {
    HttpResponse<String> answer = keycloak.token("safehand", agencyRequest());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Keycloak.json(answer).path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void agency_withAnotherCertificateOfTheSameAuthority_isRefused() throws Exception {
    Identity receipts = keycloak.agency("sign.p12", "agency");
    HttpResponse<String> answer = keycloak.presenting(receipts).token("safehand", agencyRequest());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Keycloak.json(answer).path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void agency_withACertificateOfTheSameNameThatItMadeItself_getsNoConnection() throws Exception {
    Identity forged = SelfSigned.like(keycloak.agency("machine.p12", "machine").certificate());
    assertThatIOException()
        .isThrownBy(() -> keycloak.presenting(forged).token("safehand", agencyRequest()));
  }

  private static Map<String, String> agencyRequest() {
    return Map.of("grant_type", "client_credentials", "client_id", "safehand-machine-north");
  }

  private static String thumbprint(X509Certificate certificate) throws Exception {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }

  private Assertion good() {
    return Assertion.of(INTAKE, ClientKey.INTAKE.id(), key, keycloak.issuer());
  }

  private void assertRefused(String assertion) throws Exception {
    HttpResponse<String> answer = ask(assertion);
    assertThat(answer.statusCode()).isIn(400, 401);
    assertThat(Keycloak.json(answer).path("error").asText())
        .isIn("invalid_client", "unauthorized_client", "invalid_request");
  }

  private HttpResponse<String> ask(String assertion) throws Exception {
    return keycloak.token(
        "safehand",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            INTAKE,
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            assertion));
  }
}
