package org.safehand.cli.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.safehand.cli.TestServer;
import org.safehand.custody.digest.Digest;

/** An identity provider that gives tokens only for its code with the right PKCE verifier. */
final class FakeProvider {
  private static final String CODE = "code/with+reserved&signs";

  private final TestServer server;
  private final Map<String, String> challenges = new ConcurrentHashMap<>();
  private volatile String idToken = "none";

  FakeProvider(TestServer server) {
    this.server = server;
    server.onJson("/realm/.well-known/openid-configuration", 200, discovery(issuer().toString()));
    server.on("/realm/token", this::token);
    server.on("/realm/revoke", exchange -> TestServer.answer(exchange, 200, "text/plain", ""));
  }

  URI issuer() {
    return URI.create(server.origin() + "/realm");
  }

  String discovery(String issuer) {
    return """
    {"issuer":"%s","authorization_endpoint":"%2$s/auth","token_endpoint":"%2$s/token",
     "revocation_endpoint":"%2$s/revoke","code_challenge_methods_supported":["plain","S256"]}
    """
        .formatted(issuer, issuer());
  }

  /** What a person's sign-in gives: parameters for the redirect that answers {@code address}. */
  Map<String, String> signIn(String address) {
    Map<String, String> asked = parameters(URI.create(address).getRawQuery());
    challenges.put(CODE, asked.get("code_challenge"));
    idToken = asked.get("acr_values") + " for " + asked.get("nonce");
    Map<String, String> answer = new HashMap<>();
    answer.put("state", asked.get("state"));
    answer.put("iss", issuer().toString());
    answer.put("code", CODE);
    return answer;
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        parameters(new String(exchange.getRequestBody().readAllBytes(), US_ASCII));
    String challenge = challenges.remove(form.getOrDefault("code", ""));
    boolean good =
        "safehand-cli".equals(form.get("client_id"))
            && challenge != null
            && challenge.equals(challengeOf(form.getOrDefault("code_verifier", "")));
    TestServer.answer(
        exchange,
        good ? 200 : 400,
        "application/json",
        good
            ? """
              {"access_token":"at","expires_in":240,"refresh_token":"rt","token_type":"Bearer",
               "not-before-policy":0,"scope":"openid","id_token":"%s"}
              """
                .formatted(idToken)
            : "{\"error\":\"invalid_grant\"}");
  }

  private static String challengeOf(String verifier) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Digest.of(verifier.getBytes(US_ASCII)).bytes());
  }

  static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(
          URLDecoder.decode(pair.substring(0, equals), UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return parameters;
  }
}
