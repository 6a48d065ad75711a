package org.safehand.systemtests.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.safehand.launcher.Platform;
import org.safehand.launcher.authenticator.AuthenticatorApp;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.http.TrustedClient;
import org.safehand.launcher.keycloak.ClientKey;
import org.safehand.launcher.keycloak.KeycloakServer;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.keyfile.KeyStoreFile;
import org.safehand.launcher.signin.BrowserSignIn;
import org.safehand.launcher.signin.Passwords;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.RunningGateway;

/** The identity provider of the running gateway, as a client, a person and its operator see it. */
final class Keycloak {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningGateway gateway = RunningGateway.get();
  private final Platform platform = gateway.platform();
  private final HttpClient http;

  /** Seen by who has no certificate. */
  Keycloak() {
    this.http = client(gateway.tls());
  }

  private Keycloak(HttpClient http) {
    this.http = http;
  }

  private static HttpClient client(SSLContext tls) {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(10))
        .sslContext(tls)
        .build();
  }

  /** Seen by who shows a certificate. */
  Keycloak presenting(Identity identity) throws IOException {
    KeyManager[] own = {new OneKey(identity)};
    return new Keycloak(client(TrustedClient.context(platform.rootCertificate(), own)));
  }

  /** A key of the receiving agency with its certificate. */
  Identity agency(String file, String alias) throws Exception {
    String password = platform.secrets().password(GatewayEnvironment.PKI_PASSWORD);
    return new KeyStoreFile(password).read(gateway.agencyFolder().resolve("pki/" + file), alias);
  }

  /** The private key of a client. */
  Path clientKey(ClientKey key) {
    return key.file(platform.folder().secrets());
  }

  /** The gateway, as the bearer of {@code token} uses it. */
  Api gateway(String token) {
    return new Api(http, URI.create(gatewayOrigin()), () -> token);
  }

  /** The gateway, as the person of {@code browser} uses it at the command line. */
  Api gateway(BrowserSignIn browser) {
    return new Api(
        http, URI.create(gatewayOrigin()), () -> browser.token().value(), browser::stepUp);
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  /** The gateway's own origin. */
  String gatewayOrigin() {
    return platform.origin();
  }

  String issuer() {
    return platform.issuer();
  }

  /** The secret of the gateway's own client. */
  String webSecret() throws IOException {
    return KeycloakServer.webSecret(platform.secrets());
  }

  /** The operator, by the client that administers the provider. */
  Api operator() {
    return new Api(http, URI.create(KeycloakServer.origin(platform.ports())), this::operatorToken);
  }

  /** Somebody without any token. */
  Api stranger() {
    return new Api(http, URI.create(KeycloakServer.origin(platform.ports())), () -> "");
  }

  private String operatorToken() throws Exception {
    HttpResponse<String> answer =
        token(
            "master",
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                KeycloakServer.ADMINISTRATION,
                "client_secret",
                KeycloakServer.administrationSecret(platform.secrets())));
    return JSON.readTree(answer.body()).path("access_token").asText();
  }

  /** Asks the token endpoint of a realm. */
  HttpResponse<String> token(String realm, Map<String, String> content)
      throws IOException, InterruptedException {
    String origin = KeycloakServer.origin(platform.ports());
    return post(origin + "/realms/" + realm + "/protocol/openid-connect/token", content);
  }

  HttpResponse<String> post(String address, Map<String, String> content)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(content)))
            .build(),
        BodyHandlers.ofString());
  }

  /** Where the authorization endpoint leads, without following. */
  HttpResponse<String> authorization(Map<String, String> query)
      throws IOException, InterruptedException {
    String address = issuer() + "/protocol/openid-connect/auth?" + encoded(query);
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build(),
        BodyHandlers.ofString());
  }

  private static String encoded(Map<String, String> content) {
    return content.entrySet().stream()
        .map(e -> URLEncoder.encode(e.getKey(), UTF_8) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  /** A new person of the realm with a password of their own and no second factor; their id. */
  String newPerson(String username, String password) throws Exception {
    String person =
        JSON.writeValueAsString(
            Map.of(
                "username",
                username,
                "enabled",
                true,
                "email",
                username + "@example.org",
                "firstName",
                "Synthetic",
                "lastName",
                "Person",
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false))));
    Api.Answer added = operator().post("/admin/realms/safehand/users", person);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    String location = added.header("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** Sets what a sign-in at the client named {@code name} must reach at least. */
  void setLevel(String name, String acr) throws Exception {
    setAttribute(name, "minimum.acr.value", acr);
  }

  /** Sets an attribute of the client named {@code name}; an empty one is none. */
  void setAttribute(String name, String attribute, String value) throws Exception {
    Api operator = operator();
    ObjectNode client =
        (ObjectNode) operator.get("/admin/realms/safehand/clients?clientId=" + name).json().get(0);
    ((ObjectNode) client.get("attributes")).put(attribute, value);
    Api.Answer set =
        operator.send(
            operator
                .to("/admin/realms/safehand/clients/" + client.path("id").asText())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(client.toString())));
    assertThat(set.status()).isEqualTo(204);
  }

  /** A browser without cookies, with which {@code username} signs in at the command line. */
  BrowserSignIn browser(String username, Passwords passwords, AuthenticatorApp app) {
    return new BrowserSignIn(
        URI.create(issuer()),
        username,
        passwords,
        app,
        gateway.tls(),
        new SecureRandom(),
        Clock.systemUTC());
  }

  /** A user name that nobody had. */
  static String username(String prefix) {
    return prefix + "-" + UUID.randomUUID();
  }

  /** What a token says; its signature is the gateway's business. */
  static JsonNode claims(String token) throws IOException {
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
