package org.safehand.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.signin.BrowserSignIn;
import org.safehand.launcher.signin.SignInException;

/** One signed-in person's use of the API; {@code openapi.yaml} is the contract. */
final class GatewayClient {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final URI origin;
  private final HttpClient http;
  private final BrowserSignIn person;

  GatewayClient(URI origin, HttpClient http, BrowserSignIn person) {
    this.origin = requireNonNull(origin, "origin is null");
    this.http = requireNonNull(http, "http is null");
    this.person = requireNonNull(person, "person is null");
  }

  JsonObject me() throws IOException, InterruptedException, LaunchException {
    return json(get("/api/v1/me"));
  }

  JsonObject open(JsonObject document) throws IOException, InterruptedException, LaunchException {
    return json(
        request("/api/v1/referrals")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body(document)));
  }

  JsonObject addExhibit(String referral, DemoExhibit exhibit)
      throws IOException, InterruptedException, LaunchException {
    String digest = Base64.getEncoder().encodeToString(exhibit.sha256().bytes());
    String name = URLEncoder.encode(exhibit.name(), UTF_8).replace("+", "%20");
    return json(
        request("/api/v1/referrals/" + referral + "/exhibits")
            .header("Content-Type", exhibit.mediaType())
            .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
            .header("Content-Digest", "sha-256=:" + digest + ":")
            .POST(BodyPublishers.ofFile(exhibit.file())));
  }

  JsonObject submit(String referral) throws IOException, InterruptedException, LaunchException {
    return json(
        request("/api/v1/referrals/" + referral + "/submit")
            .header("If-Match", version(referral))
            .POST(BodyPublishers.noBody()));
  }

  JsonObject release(String referral, String sealDigest, List<String> recipients)
      throws IOException, InterruptedException, LaunchException {
    JsonObject release =
        JsonObject.builder()
            .put("sealDigest", sealDigest)
            .put("recipients", JsonArray.ofStrings(recipients))
            .build();
    String version = version(referral);
    stepUp(
        JsonObject.builder()
            .put("operation", "release")
            .put("object", referral)
            .put("etag", version)
            .put("digest", Digest.of(Jcs.write(named(sealDigest, recipients))).hex())
            .build());
    return json(
        request("/api/v1/referrals/" + referral + "/release")
            .header("Content-Type", "application/json")
            .header("If-Match", version)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body(release)));
  }

  /** All that a release does: the seal, and the endpoints at which the recipients receive. */
  private JsonObject named(String sealDigest, List<String> recipients)
      throws IOException, InterruptedException, LaunchException {
    List<JsonObject> receiving = new ArrayList<>();
    try {
      for (JsonObject agency : objects(json(get("/api/v1/agencies")), "items")) {
        if (recipients.contains(agency.string("id"))) {
          receiving.add(
              JsonObject.builder()
                  .put("agency", agency.string("id"))
                  .put("endpoint", objects(agency, "endpoints").get(0).string("id"))
                  .build());
        }
      }
    } catch (JsonException e) {
      throw new LaunchException(LaunchCode.DEMO_FAILED, "no agencies to release to", e);
    }
    return JsonObject.builder()
        .put("recipients", JsonArray.of(receiving))
        .put("sealDigest", sealDigest)
        .build();
  }

  /** Shows the second factor for one act. */
  private void stepUp(JsonObject act) throws IOException, InterruptedException, LaunchException {
    JsonObject asked =
        json(
            request("/api/v1/step-ups").header("Content-Type", "application/json").POST(body(act)));
    try {
      JsonObject answer =
          JsonObject.builder().put("idToken", person.stepUp(asked.string("challenge"))).build();
      HttpResponse<byte[]> done =
          http.send(
              request("/api/v1/step-ups/" + asked.string("id"))
                  .header("Content-Type", "application/json")
                  .PUT(body(answer))
                  .build(),
              BodyHandlers.ofByteArray());
      requireDone(done.request(), done.statusCode(), done.body());
    } catch (JsonException e) {
      throw new LaunchException(LaunchCode.DEMO_FAILED, "no challenge for the second factor", e);
    } catch (SignInException e) {
      throw new LaunchException(LaunchCode.DEMO_FAILED, "second factor: " + e.getMessage(), e);
    }
  }

  JsonObject referral(String id) throws IOException, InterruptedException, LaunchException {
    return json(get("/api/v1/referrals/" + id));
  }

  List<JsonObject> dispatches(String referral)
      throws IOException, InterruptedException, LaunchException {
    return objects(json(get("/api/v1/referrals/" + referral + "/dispatches")), "items");
  }

  List<JsonObject> custody(String referral)
      throws IOException, InterruptedException, LaunchException {
    return objects(json(get("/api/v1/referrals/" + referral + "/custody")), "events");
  }

  void receipt(String dispatch, Path file)
      throws IOException, InterruptedException, LaunchException {
    download("/api/v1/dispatches/" + dispatch + "/receipt", file);
  }

  void fetchPackage(String dispatch, Path file)
      throws IOException, InterruptedException, LaunchException {
    download("/api/v1/dispatches/" + dispatch + "/package", file);
  }

  private String version(String referral)
      throws IOException, InterruptedException, LaunchException {
    HttpResponse<byte[]> answer =
        http.send(get("/api/v1/referrals/" + referral).build(), BodyHandlers.ofByteArray());
    requireDone(answer.request(), answer.statusCode(), answer.body());
    return answer.headers().firstValue("ETag").orElse("");
  }

  private void download(String path, Path file)
      throws IOException, InterruptedException, LaunchException {
    HttpResponse<Path> answer = http.send(get(path).build(), BodyHandlers.ofFile(file));
    if (answer.statusCode() != 200) {
      requireDone(answer.request(), answer.statusCode(), Files.readAllBytes(file));
    }
  }

  private HttpRequest.Builder get(String path)
      throws IOException, InterruptedException, LaunchException {
    return request(path).GET();
  }

  private HttpRequest.Builder request(String path)
      throws IOException, InterruptedException, LaunchException {
    try {
      return HttpRequest.newBuilder(origin.resolve(path))
          .timeout(TIMEOUT)
          .header("Accept", "application/json, */*;q=0.1")
          .header("Authorization", "Bearer " + person.token().value());
    } catch (SignInException e) {
      throw new LaunchException(LaunchCode.DEMO_FAILED, "sign-in: " + e.getMessage(), e);
    }
  }

  private JsonObject json(HttpRequest.Builder request)
      throws IOException, InterruptedException, LaunchException {
    HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
    requireDone(answer.request(), answer.statusCode(), answer.body());
    try {
      return Jcs.requireObject(Jcs.readAnyLayout(answer.body()));
    } catch (JsonException e) {
      throw new LaunchException(
          LaunchCode.DEMO_FAILED, answer.uri().getPath() + " answers no JSON object", e);
    }
  }

  private static void requireDone(HttpRequest request, int status, byte[] body)
      throws LaunchException {
    if (status < 200 || status > 299) {
      throw new LaunchException(
          LaunchCode.DEMO_FAILED,
          "%s %s answers %d: %s"
              .formatted(
                  request.method(), request.uri().getPath(), status, new String(body, UTF_8)));
    }
  }

  private static List<JsonObject> objects(JsonObject json, String name) throws LaunchException {
    try {
      return json.array(name).objects();
    } catch (JsonException e) {
      throw new LaunchException(LaunchCode.DEMO_FAILED, "no list of " + name, e);
    }
  }

  private static BodyPublisher body(JsonObject json) {
    return BodyPublishers.ofByteArray(Jcs.write(json));
  }
}
