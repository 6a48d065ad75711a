package org.safehand.launcher.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonValue;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/**
 * The realm in which the provider itself is administered. It comes with clients through which
 * people could sign in, one of them by password; nobody has an account there but the launcher's
 * client, so these are switched off.
 */
final class MasterRealm {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Set<String> FOR_PEOPLE =
      Set.of("account", "account-console", "admin-cli", "security-admin-console");

  private final URI origin;
  private final HttpClient http;

  MasterRealm(URI origin, HttpClient http) {
    this.origin = requireNonNull(origin, "origin is null");
    this.http = requireNonNull(http, "http is null");
  }

  /** Switches off what people could sign in through; {@code client} proves itself by a secret. */
  void tighten(String client, String secret)
      throws IOException, InterruptedException, LaunchException {
    try {
      String token = token(client, secret);
      for (JsonObject present : clients(token)) {
        if (FOR_PEOPLE.contains(present.string("clientId"))) {
          put(token, "/clients/" + present.string("id"), off());
        }
      }
      put(token, "", realm());
    } catch (JsonException e) {
      throw refused("an answer is not understood: " + e.getMessage());
    }
  }

  private static JsonObject off() {
    return JsonObject.builder()
        .put("enabled", false)
        .put("standardFlowEnabled", false)
        .put("implicitFlowEnabled", false)
        .put("directAccessGrantsEnabled", false)
        .build();
  }

  private static JsonObject realm() {
    return JsonObject.builder()
        .put("sslRequired", "all")
        .put("bruteForceProtected", true)
        .put("eventsEnabled", true)
        .put("eventsExpiration", 7_776_000)
        .put("adminEventsEnabled", true)
        .build();
  }

  private String token(String client, String secret)
      throws IOException, InterruptedException, LaunchException, JsonException {
    String content =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(URLEncoder.encode(client, UTF_8), URLEncoder.encode(secret, UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(origin.resolve("/realms/master/protocol/openid-connect/token"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(content))
            .build();
    return Jcs.requireObject(read(request)).string("access_token");
  }

  private Iterable<JsonObject> clients(String token)
      throws IOException, InterruptedException, LaunchException, JsonException {
    JsonValue answer = read(request(token, "/clients").build());
    if (!(answer instanceof JsonArray array)) {
      throw refused("no list of clients");
    }
    return array.objects();
  }

  private void put(String token, String path, JsonObject change)
      throws IOException, InterruptedException, LaunchException {
    send(
        request(token, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(Jcs.write(change)))
            .build());
  }

  private HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(origin.resolve("/admin/realms/master" + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  private JsonValue read(HttpRequest request)
      throws IOException, InterruptedException, LaunchException, JsonException {
    return Jcs.readAnyLayout(send(request));
  }

  private byte[] send(HttpRequest request)
      throws IOException, InterruptedException, LaunchException {
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw refused(request.uri().getPath() + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  private static LaunchException refused(String reason) {
    return new LaunchException(
        LaunchCode.SERVER_NOT_CONFIGURED, "the identity provider's own realm: " + reason);
  }
}
