package org.safehand.cli.signin;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.safehand.cli.http.Answer;
import org.safehand.cli.http.ServerAddress;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * An identity provider as it describes itself (OpenID Connect Discovery 1.0).
 *
 * @param issuer its name
 * @param authorization where a person signs in
 * @param token where a code is exchanged
 * @param revocation where tokens are given back
 */
record Provider(URI issuer, URI authorization, URI token, URI revocation) {
  Provider {
    requireNonNull(issuer, "issuer is null");
    requireNonNull(authorization, "authorization is null");
    requireNonNull(token, "token is null");
    requireNonNull(revocation, "revocation is null");
  }

  /** The provider {@code issuer}, which must call itself exactly that (section 4.3). */
  static Provider discover(URI issuer, Transport transport) throws CliException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(30))
            .build();
    Answer answer = transport.send(request);
    if (!answer.isSuccess()) {
      throw mismatch(issuer, "no OpenID provider there: HTTP " + answer.status());
    }
    try {
      JsonObject json = answer.json();
      if (!json.string("issuer").equals(issuer.toString())) {
        throw mismatch(issuer, "calls itself " + json.string("issuer"));
      }
      if (!json.array("code_challenge_methods_supported").strings().contains("S256")) {
        throw mismatch(issuer, "does not support PKCE with S256");
      }
      return new Provider(
          issuer,
          endpoint(json, "authorization_endpoint"),
          endpoint(json, "token_endpoint"),
          endpoint(json, "revocation_endpoint"));
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }

  private static URI endpoint(JsonObject json, String name) throws JsonException, CliException {
    try {
      return ServerAddress.require(URI.create(json.string(name)));
    } catch (IllegalArgumentException e) {
      throw json.fault(name, "not an address");
    }
  }

  private static CliException mismatch(URI issuer, String reason) {
    return new CliException(CliCode.PROVIDER_MISMATCH, issuer.toString(), reason);
  }
}
