package org.safehand.systemtests.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** The REST API as one signed-in person uses it: plain HTTP, no code of the product. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI origin;
  private final Token token;
  private final SecondFactor secondFactor;

  /** A person who has no second factor. */
  public Api(HttpClient http, URI origin, Token token) {
    this(
        http,
        origin,
        token,
        challenge -> {
          throw new IllegalStateException("there is nobody to show a second factor");
        });
  }

  public Api(HttpClient http, URI origin, Token token, SecondFactor secondFactor) {
    this.secondFactor = requireNonNull(secondFactor, "secondFactor is null");
    this.http = requireNonNull(http, "http is null");
    this.origin = requireNonNull(origin, "origin is null");
    this.token = requireNonNull(token, "token is null");
  }

  /** Where the bearer token comes from; empty for nobody. */
  @FunctionalInterface
  public interface Token {
    String value() throws Exception;
  }

  /** A person's second factor: the ID token that answers a challenge. */
  @FunctionalInterface
  public interface SecondFactor {
    String idToken(String challenge) throws Exception;
  }

  /** What the server answered. */
  public record Answer(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String text() {
      return new String(response.body(), UTF_8);
    }

    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + text(), e);
      }
    }

    /** The stable code of a problem document (RFC 9457). */
    public String code() {
      return json().path("code").asText();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** A request to {@code path}, below the origin, to be completed by the caller. */
  public HttpRequest.Builder to(String path) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin.resolve(path))
            .timeout(Duration.ofMinutes(10))
            .header("Accept", "application/json");
    String bearer = bearer();
    return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
  }

  private String bearer() throws IOException {
    try {
      return token.value();
    } catch (Exception e) {
      throw new IOException("no token: " + e.getMessage(), e);
    }
  }

  public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
  }

  /** The ID token of a person who shows their second factor in answer to {@code challenge}. */
  public String idToken(String challenge) throws Exception {
    return secondFactor.idToken(challenge);
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(to(path).GET());
  }

  /** What is not JSON: a package, a receipt. */
  public Answer fetch(String path) throws IOException, InterruptedException {
    return send(to(path).setHeader("Accept", "*/*").GET());
  }

  /** What is too large to be held, as it comes; the caller closes it. */
  public InputStream stream(String path) throws IOException, InterruptedException {
    HttpRequest request = to(path).setHeader("Accept", "*/*").GET().build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      response.body().close();
      throw new IOException("HTTP " + response.statusCode() + " for " + path);
    }
    return response.body();
  }

  /** Posts a JSON document with a fresh idempotency key. */
  public Answer post(String path, String json) throws IOException, InterruptedException {
    return send(json(to(path), json));
  }

  /** Posts a JSON document for the object whose entity tag is {@code etag}. */
  public Answer post(String path, String json, String etag)
      throws IOException, InterruptedException {
    return send(json(to(path), json).header("If-Match", etag));
  }

  public Answer put(String path, String json) throws IOException, InterruptedException {
    return send(
        to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
  }

  /** Puts a JSON document in the place of a part of the object whose entity tag is {@code etag}. */
  public Answer put(String path, String json, String etag)
      throws IOException, InterruptedException {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .PUT(BodyPublishers.ofString(json)));
  }

  /** Deletes a part, for what {@code json} says, of the object whose entity tag is {@code etag}. */
  public Answer delete(String path, String json, String etag)
      throws IOException, InterruptedException {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .method("DELETE", BodyPublishers.ofString(json)));
  }

  /** Asks for a change, without content, of the object whose entity tag is {@code etag}. */
  public Answer change(String path, String etag) throws IOException, InterruptedException {
    return send(to(path).header("If-Match", etag).POST(BodyPublishers.noBody()));
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, String json) {
    return request
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(json));
  }
}
