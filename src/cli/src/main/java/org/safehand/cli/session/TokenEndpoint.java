package org.safehand.cli.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.safehand.cli.http.Answer;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/** Asks an identity provider for tokens, as the public client {@value #CLIENT} (RFC 6749). */
public final class TokenEndpoint {
  /** The client that every command line is. */
  public static final String CLIENT = "safehand-cli";

  private static final long LONGEST = 86_400;

  private final Transport transport;
  private final Clock clock;

  public TokenEndpoint(Transport transport, Clock clock) {
    this.transport = requireNonNull(transport, "transport is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The tokens for an authorization code, which only the holder of {@code verifier} can use. */
  public Tokens exchange(URI endpoint, String code, URI redirect, String verifier)
      throws CliException {
    return ask(endpoint, CliCode.SIGN_IN_REFUSED, byCode(code, redirect, verifier));
  }

  /** The ID token for an authorization code; the other tokens are dropped. */
  public String identify(URI endpoint, String code, URI redirect, String verifier)
      throws CliException {
    Answer answer = asked(endpoint, CliCode.SIGN_IN_REFUSED, byCode(code, redirect, verifier));
    try {
      return answer.json().string("id_token");
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }

  private static Map<String, String> byCode(String code, URI redirect, String verifier) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        redirect.toString(),
        "code_verifier",
        verifier);
  }

  /** The next pair for {@code old}, whose refresh token is used up by this. */
  Tokens refresh(URI endpoint, Tokens old) throws CliException {
    return ask(
        endpoint,
        CliCode.SESSION_ENDED,
        Map.of("grant_type", "refresh_token", "refresh_token", old.refresh()));
  }

  /** Gives {@code tokens} back (RFC 7009). */
  public void revoke(URI endpoint, Tokens tokens) throws CliException {
    Answer answer =
        transport.send(
            post(endpoint, Map.of("token", tokens.refresh(), "token_type_hint", "refresh_token")));
    if (!answer.isSuccess()) {
      throw refused(CliCode.SESSION_ENDED, answer);
    }
  }

  private Answer asked(URI endpoint, CliCode refusal, Map<String, String> form)
      throws CliException {
    Answer answer = transport.send(post(endpoint, form));
    if (!answer.isSuccess()) {
      throw answer.status() >= 500
          ? new CliException(CliCode.SERVER_UNREACHABLE, answer.place(), "HTTP " + answer.status())
          : refused(refusal, answer);
    }
    return answer;
  }

  private Tokens ask(URI endpoint, CliCode refusal, Map<String, String> form) throws CliException {
    Answer answer = asked(endpoint, refusal, form);
    try {
      return tokens(answer.json());
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }

  private Tokens tokens(JsonObject json) throws JsonException {
    if (!json.string("token_type").equalsIgnoreCase("Bearer")) {
      throw json.fault("token_type", "not Bearer");
    }
    long seconds = json.integer("expires_in");
    if (seconds <= 0 || seconds > LONGEST) {
      throw json.fault("expires_in", "not between a second and a day");
    }
    return new Tokens(
        json.string("access_token"),
        clock.instant().plusSeconds(seconds),
        json.string("refresh_token"));
  }

  private static HttpRequest post(URI endpoint, Map<String, String> form) {
    Map<String, String> fields = new TreeMap<>(form);
    fields.put("client_id", CLIENT);
    return HttpRequest.newBuilder(endpoint)
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(encode(fields)))
        .build();
  }

  /** Names and values as a form or a query writes them. */
  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            f ->
                URLEncoder.encode(f.getKey(), UTF_8) + "=" + URLEncoder.encode(f.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static CliException refused(CliCode code, Answer answer) {
    String error;
    try {
      error = answer.json().optionalString("error").orElse("no reason given");
    } catch (JsonException | CliException e) {
      error = "no reason given";
    }
    return new CliException(
        code, answer.place(), error + " (HTTP " + answer.status() + "); sign in again");
  }
}
