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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.launcher.authenticator.AuthenticatorApp;

/** One person's browser: keeps the provider's cookies, fills in its pages, gets tokens by code. */
public final class BrowserSignIn {
  private static final String CLIENT = "safehand-cli";
  private static final String REDIRECT = "http://127.0.0.1:53682/callback";
  private static final int MOST_PAGES = 12;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration MARGIN = Duration.ofSeconds(90);

  private final URI issuer;
  private final String username;
  private final Passwords passwords;
  private final AuthenticatorApp app;
  private final HttpClient browser;
  private final SecureRandom random;
  private final Clock clock;
  private Optional<Tokens> tokens = Optional.empty();

  /** A browser without cookies; {@code trust} decides which servers it talks to. */
  public BrowserSignIn(
      URI issuer,
      String username,
      Passwords passwords,
      AuthenticatorApp app,
      SSLContext trust,
      SecureRandom random,
      Clock clock) {
    this.issuer = requireNonNull(issuer, "issuer is null");
    this.username = requireNonNull(username, "username is null");
    this.passwords = requireNonNull(passwords, "passwords is null");
    this.app = requireNonNull(app, "app is null");
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

  /**
   * A token that lives for at least another minute and a half. It is renewed as a client of a
   * person does that, so that the person is not asked for their second factor each time; signs in
   * where that is needed.
   */
  public synchronized AccessToken token()
      throws IOException, InterruptedException, SignInException {
    if (tokens.isPresent() && !lives(tokens.get().access())) {
      tokens = renewed(tokens.get().refresh());
    }
    if (tokens.isEmpty()) {
      tokens = Optional.of(signIn());
    }
    return tokens.get().access();
  }

  private boolean lives(AccessToken token) {
    return token.expires().isAfter(clock.instant().plus(MARGIN));
  }

  /**
   * The ID token of a sign-in that shows the second factor once more, in answer to {@code
   * challenge}.
   */
  public synchronized String stepUp(String challenge)
      throws IOException, InterruptedException, SignInException {
    HttpResponse<byte[]> answer = byCode(Map.of("nonce", challenge, "acr_values", "gold"));
    try {
      return Jcs.requireObject(Jcs.readAnyLayout(answer.body())).string("id_token");
    } catch (JsonException e) {
      throw new SignInException("the token answer is not understood: " + e.getMessage());
    }
  }

  private Tokens signIn() throws IOException, InterruptedException, SignInException {
    return tokens(byCode(Map.of("nonce", ProofKey.token(random))));
  }

  private HttpResponse<byte[]> byCode(Map<String, String> more)
      throws IOException, InterruptedException, SignInException {
    ProofKey key = ProofKey.generate(random);
    String state = ProofKey.token(random);
    String code = Callback.of(follow(authorization(key, state, more), REDIRECT)).code(state);
    HttpResponse<byte[]> answer =
        ask(
            Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "redirect_uri", REDIRECT,
                "code", code,
                "code_verifier", key.verifier()));
    if (answer.statusCode() != 200) {
      throw new SignInException(username + " got no token, status " + answer.statusCode());
    }
    return answer;
  }

  /** The next pair; empty when the session at the provider ended. */
  private Optional<Tokens> renewed(String refresh)
      throws IOException, InterruptedException, SignInException {
    HttpResponse<byte[]> answer =
        ask(Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refresh));
    return answer.statusCode() == 200 ? Optional.of(tokens(answer)) : Optional.empty();
  }

  private URI authorization(ProofKey key, String state, Map<String, String> more) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", CLIENT);
    query.put("redirect_uri", REDIRECT);
    query.put("scope", "openid");
    query.put("state", state);
    query.put("code_challenge", key.challenge());
    query.put("code_challenge_method", "S256");
    query.putAll(more);
    return URI.create(issuer + "/protocol/openid-connect/auth?" + HtmlForm.encoded(query));
  }

  /** What a server answers this browser, which shows it its cookies; nothing is followed. */
  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Opens an address of the provider and does what its pages ask, as a person does for a command
   * that printed it; answers with the address beginning with {@code end} that the provider sends
   * the browser to, without going there.
   */
  public synchronized URI follow(URI authorization, String end)
      throws IOException, InterruptedException, SignInException {
    HttpRequest request = page(authorization);
    Visit visit = new Visit(username, passwords, app);
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
      Optional<String> location = answer.headers().firstValue("Location");
      if (location.isEmpty()) {
        request = next(visit.fillIn(answer));
        continue;
      }
      visit.accepted();
      if (location.get().startsWith(end)) {
        return URI.create(location.get());
      }
      URI next = answer.uri().resolve(location.get());
      request = page(next);
    }
    throw new SignInException(username + " is sent from page to page");
  }

  private static HttpRequest next(Visit.Answer answer) {
    return answer
        .content()
        .map(content -> post(answer.address(), content))
        .orElseGet(() -> page(answer.address()));
  }

  /** As a browser asks for a page, which a server may tell from a program's question. */
  private static HttpRequest page(URI address) {
    return HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Accept", "text/html").build();
  }

  private static HttpRequest post(URI address, String content) {
    return HttpRequest.newBuilder(address)
        .timeout(TIMEOUT)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(content))
        .build();
  }

  private HttpResponse<byte[]> ask(Map<String, String> content)
      throws IOException, InterruptedException {
    URI endpoint = URI.create(issuer + "/protocol/openid-connect/token");
    return browser.send(
        post(endpoint, HtmlForm.encoded(content)), HttpResponse.BodyHandlers.ofByteArray());
  }

  private Tokens tokens(HttpResponse<byte[]> answer) throws SignInException {
    try {
      JsonObject json = Jcs.requireObject(Jcs.readAnyLayout(answer.body()));
      Instant expires = clock.instant().plusSeconds(json.integer("expires_in"));
      return new Tokens(
          new AccessToken(json.string("access_token"), expires), json.string("refresh_token"));
    } catch (JsonException e) {
      throw new SignInException("the token answer is not understood: " + e.getMessage());
    }
  }
}
