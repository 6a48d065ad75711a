package org.safehand.launcher.signin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/** One person's browser: keeps the provider's cookies, fills in its pages, gets tokens by code. */
public final class BrowserSignIn {
  private static final String CLIENT = "safehand-cli";
  private static final String REDIRECT = "http://127.0.0.1:53682/callback";
  private static final int MOST_PAGES = 6;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration MARGIN = Duration.ofSeconds(90);

  private final URI issuer;
  private final String username;
  private final Passwords passwords;
  private final HttpClient browser;
  private final SecureRandom random;
  private final Clock clock;
  private Optional<AccessToken> token = Optional.empty();

  /** A browser without cookies; {@code trust} decides which servers it talks to. */
  public BrowserSignIn(
      URI issuer,
      String username,
      Passwords passwords,
      SSLContext trust,
      SecureRandom random,
      Clock clock) {
    this.issuer = requireNonNull(issuer, "issuer is null");
    this.username = requireNonNull(username, "username is null");
    this.passwords = requireNonNull(passwords, "passwords is null");
    this.random = requireNonNull(random, "random is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.browser =
        HttpClient.newBuilder()
            .sslContext(requireNonNull(trust, "trust is null"))
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER))
            .connectTimeout(TIMEOUT)
            .build();
  }

  /** A token that lives for at least another minute and a half; signs in where that is needed. */
  public synchronized AccessToken token()
      throws IOException, InterruptedException, SignInException {
    Optional<AccessToken> kept =
        token.filter(present -> present.expires().isAfter(clock.instant().plus(MARGIN)));
    if (kept.isPresent()) {
      return kept.get();
    }
    ProofKey key = ProofKey.generate(random);
    String state = ProofKey.token(random);
    String code = code(authorization(key, state), state);
    AccessToken fresh = exchange(code, key);
    token = Optional.of(fresh);
    return fresh;
  }

  private URI authorization(ProofKey key, String state) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", CLIENT);
    query.put("redirect_uri", REDIRECT);
    query.put("scope", "openid");
    query.put("state", state);
    query.put("nonce", ProofKey.token(random));
    query.put("code_challenge", key.challenge());
    query.put("code_challenge_method", "S256");
    return URI.create(issuer + "/protocol/openid-connect/auth?" + HtmlForm.encoded(query));
  }

  private String code(URI authorization, String state)
      throws IOException, InterruptedException, SignInException {
    HttpRequest request = HttpRequest.newBuilder(authorization).timeout(TIMEOUT).build();
    Visit visit = new Visit(username, passwords);
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
      Optional<String> location = answer.headers().firstValue("Location");
      if (location.isEmpty()) {
        request = post(visit.fillIn(answer));
        continue;
      }
      visit.accepted();
      if (location.get().startsWith(REDIRECT)) {
        return Callback.of(URI.create(location.get())).code(state);
      }
      URI next = answer.uri().resolve(location.get());
      request = HttpRequest.newBuilder(next).timeout(TIMEOUT).build();
    }
    throw new SignInException(username + " is sent from page to page");
  }

  private static HttpRequest post(Visit.Answer answer) {
    return HttpRequest.newBuilder(answer.address())
        .timeout(TIMEOUT)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(answer.content()))
        .build();
  }

  private AccessToken exchange(String code, ProofKey key)
      throws IOException, InterruptedException, SignInException {
    Map<String, String> content =
        Map.of(
            "grant_type", "authorization_code",
            "client_id", CLIENT,
            "redirect_uri", REDIRECT,
            "code", code,
            "code_verifier", key.verifier());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(HtmlForm.encoded(content)))
            .build();
    HttpResponse<byte[]> answer = browser.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new SignInException(username + " got no token, status " + answer.statusCode());
    }
    try {
      JsonObject json = Jcs.requireObject(Jcs.readAnyLayout(answer.body()));
      return new AccessToken(
          json.string("access_token"), clock.instant().plusSeconds(json.integer("expires_in")));
    } catch (JsonException e) {
      throw new SignInException("the token answer is not understood: " + e.getMessage());
    }
  }
}
