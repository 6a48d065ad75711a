package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.systemtests.gateway.Api;

/**
 * Ways to a token that the running provider must not offer, each one rule from one that it does.
 */
class ClosedDoorsIT {
  private static final String CALLBACK = "http://127.0.0.1:53682/callback";

  private final Keycloak keycloak = new Keycloak();

  /** The request of the command line, which leads to the page for user name and password. */
  private static Map<String, String> good() {
    Map<String, String> query = new HashMap<>();
    query.put("response_type", "code");
    query.put("client_id", "safehand-cli");
    query.put("redirect_uri", CALLBACK);
    query.put("scope", "openid");
    query.put("state", "s");
    query.put("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    query.put("code_challenge_method", "S256");
    return query;
  }

  @ParameterizedTest
  @ValueSource(strings = {CALLBACK, "http://127.0.0.1:1/callback", "http://127.0.0.1/callback"})
  void request_asTheCommandLineMakesIt_leadsToASignIn(String redirect) throws Exception {
    Map<String, String> query = good();
    query.put("redirect_uri", redirect);
    HttpResponse<String> answer = keycloak.authorization(query);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("name=\"password\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:53682/callback2",
        "http://127.0.0.1:53682/callback/",
        "http://127.0.0.1:53682/",
        "http://127.0.0.1:53682/callback?next=1",
        "http://127.0.0.1:53682/callback/../other",
        "http://127.0.0.1:53682@evil.example.org/callback",
        "http://127.0.0.1.example.org/callback",
        "https://127.0.0.1:53682/callback",
        "http://localhost:53682/callback",
        "http://[::1]:53682/callback"
      })
  void redirect_toAnotherAddress_isRefusedWithoutLeadingThere(String redirect) throws Exception {
    Map<String, String> query = good();
    query.put("redirect_uri", redirect);
    HttpResponse<String> answer = keycloak.authorization(query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void redirect_ofTheGateway_isItsOneAddressAlone() throws Exception {
    Map<String, String> query = good();
    query.put("client_id", "safehand-web");
    query.put("redirect_uri", keycloak.gatewayOrigin() + "/login");
    assertThat(keycloak.authorization(query).statusCode()).isEqualTo(200);
    for (String other : new String[] {"/", "/login/", "/login/x", "/login?x=1", "/LOGIN"}) {
      query.put("redirect_uri", keycloak.gatewayOrigin() + other);
      assertThat(keycloak.authorization(query).statusCode()).as(other).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "id_token", "id_token token", "code token", "code id_token"})
  void implicitAndHybridFlow_ofEveryClient_areRefused(String type) throws Exception {
    Map<String, String> query = good();
    query.put("response_type", type);
    query.put("nonce", "n");
    assertThat(error(keycloak.authorization(query))).isEqualTo("unauthorized_client");
    query.put("client_id", "safehand-web");
    query.put("redirect_uri", keycloak.gatewayOrigin() + "/login");
    assertThat(error(keycloak.authorization(query))).isEqualTo("unauthorized_client");
  }

  @Test
  void request_withoutAProofKey_isRefused() throws Exception {
    Map<String, String> query = good();
    query.remove("code_challenge");
    query.remove("code_challenge_method");
    assertThat(error(keycloak.authorization(query))).isEqualTo("invalid_request");
  }

  @Test
  void request_withAProofKeyInTheClear_isRefused() throws Exception {
    Map<String, String> query = good();
    query.put("code_challenge_method", "plain");
    assertThat(error(keycloak.authorization(query))).isEqualTo("invalid_request");
  }

  @Test
  void request_ofTheStepUpClientThroughTheBrowser_isRefused() throws Exception {
    Map<String, String> query = good();
    query.put("client_id", "safehand-step-up");
    query.put("redirect_uri", keycloak.gatewayOrigin() + "/stepup/callback");
    assertThat(error(keycloak.authorization(query))).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"account", "account-console", "admin-cli", "security-admin-console", "broker"})
  void client_thatTheProviderBringsAlong_leadsNowhere(String client) throws Exception {
    Map<String, String> query = good();
    query.put("client_id", client);
    assertThat(keycloak.authorization(query).statusCode()).isEqualTo(400);
  }

  /** A person's own password, right or wrong, opens nothing: no client may ask for one. */
  @Test
  void password_givenToAnyClient_isRefused() throws Exception {
    String username = Keycloak.username("direct");
    String password = "a synthetic pass phrase 2";
    keycloak.newPerson(username, password);
    int tried = 0;
    for (JsonNode client : keycloak.operator().get("/admin/realms/safehand/clients").json()) {
      String id = client.path("clientId").asText();
      assertThat(client.path("directAccessGrantsEnabled").asBoolean()).as(id).isFalse();
      Map<String, String> content = new HashMap<>();
      content.put("grant_type", "password");
      content.put("client_id", id);
      content.put("username", username);
      content.put("password", password);
      if (id.equals("safehand-web")) {
        content.put("client_secret", keycloak.webSecret());
      }
      HttpResponse<String> answer = keycloak.token("safehand", content);
      assertThat(answer.statusCode()).as(id).isIn(400, 401);
      assertThat(answer.body()).as(id).contains("\"error\"").doesNotContain("access_token");
      tried++;
    }
    assertThat(tried).isGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "/protocol/openid-connect/auth/device,400",
    "/protocol/openid-connect/ext/ciba/auth,401"
  })
  void wayForDevices_isClosed(String path, int status) throws Exception {
    HttpResponse<String> answer =
        keycloak.post(keycloak.issuer() + path, Map.of("client_id", "safehand-cli"));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("device_code").doesNotContain("auth_req_id");
  }

  @Test
  void registrationOfAClient_byAStranger_isRefused() throws Exception {
    Api.Answer answer =
        keycloak
            .stranger()
            .post(
                "/realms/safehand/clients-registrations/openid-connect",
                "{\"redirect_uris\": [\"https://client.example.org/\"]}");
    assertThat(answer.status()).isEqualTo(403);
  }

  /** The error that is sent back to the client, in the query or the fragment. */
  private static String error(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.replaceAll(".*[?#&]error=([a-z_]+).*", "$1");
  }
}
