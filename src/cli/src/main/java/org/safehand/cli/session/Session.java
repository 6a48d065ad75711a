package org.safehand.cli.session;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * A signed-in person at one gateway.
 *
 * @param server the gateway's origin
 * @param issuer the identity provider
 * @param authorities the PEM certificates that both must be under
 * @param tokenEndpoint where tokens are renewed
 * @param revocationEndpoint where they are given back
 * @param tokens what the provider gave last
 */
public record Session(
    URI server,
    URI issuer,
    String authorities,
    URI tokenEndpoint,
    URI revocationEndpoint,
    Tokens tokens) {
  private static final Set<String> MEMBERS =
      Set.of(
          "version",
          "server",
          "issuer",
          "authorities",
          "tokenEndpoint",
          "revocationEndpoint",
          "accessToken",
          "accessTokenExpires",
          "refreshToken");

  public Session {
    requireNonNull(server, "server is null");
    requireNonNull(issuer, "issuer is null");
    requireNonNull(authorities, "authorities is null");
    requireNonNull(tokenEndpoint, "tokenEndpoint is null");
    requireNonNull(revocationEndpoint, "revocationEndpoint is null");
    requireNonNull(tokens, "tokens is null");
  }

  /** The same session after its tokens were renewed. */
  Session with(Tokens renewed) {
    return new Session(server, issuer, authorities, tokenEndpoint, revocationEndpoint, renewed);
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("version", 1)
        .put("server", server.toString())
        .put("issuer", issuer.toString())
        .put("authorities", authorities)
        .put("tokenEndpoint", tokenEndpoint.toString())
        .put("revocationEndpoint", revocationEndpoint.toString())
        .put("accessToken", tokens.access())
        .put("accessTokenExpires", UtcText.millis(tokens.expires()))
        .put("refreshToken", tokens.refresh())
        .build();
  }

  static Session fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    if (json.integer("version") != 1) {
      throw json.fault("version", "unknown version");
    }
    Instant expires =
        UtcText.parseMillis(json.string("accessTokenExpires"))
            .orElseThrow(() -> json.fault("accessTokenExpires", "not a time"));
    return new Session(
        uri(json, "server"),
        uri(json, "issuer"),
        json.string("authorities"),
        uri(json, "tokenEndpoint"),
        uri(json, "revocationEndpoint"),
        new Tokens(json.string("accessToken"), expires, json.string("refreshToken")));
  }

  private static URI uri(JsonObject json, String name) throws JsonException {
    try {
      return URI.create(json.string(name));
    } catch (IllegalArgumentException e) {
      throw json.fault(name, "not an address");
    }
  }
}
