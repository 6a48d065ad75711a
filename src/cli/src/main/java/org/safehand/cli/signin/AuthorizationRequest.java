package org.safehand.cli.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.TokenEndpoint;
import org.safehand.custody.digest.Digest;

/**
 * One attempt to sign in, and the only judge of its answer.
 *
 * <p>Against an answer to somebody else's attempt: {@code state}. Against a stolen code: PKCE with
 * S256 (RFC 7636). Against an answer of another provider: {@code iss} (RFC 9207).
 */
final class AuthorizationRequest {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final Provider provider;
  private final URI redirect;
  private final String state;
  private final String verifier;
  private final Map<String, String> more;

  AuthorizationRequest(Provider provider, URI redirect, SecureRandom random) {
    this(provider, redirect, random, Map.of());
  }

  /** Asks for {@code more} than that somebody signs in, for example for a second factor. */
  AuthorizationRequest(
      Provider provider, URI redirect, SecureRandom random, Map<String, String> more) {
    this.provider = requireNonNull(provider, "provider is null");
    this.redirect = requireNonNull(redirect, "redirect is null");
    this.state = secret(random);
    this.verifier = secret(random);
    this.more = new TreeMap<>(more);
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return BASE64URL.encodeToString(bytes);
  }

  URI redirect() {
    return redirect;
  }

  /** Proves at the token endpoint that the code was asked for here. */
  String verifier() {
    return verifier;
  }

  /** What a person opens in a browser. */
  String address() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", TokenEndpoint.CLIENT);
    query.put("redirect_uri", redirect.toString());
    query.put("scope", "openid");
    query.put("state", state);
    query.put(
        "code_challenge", BASE64URL.encodeToString(Digest.of(verifier.getBytes(US_ASCII)).bytes()));
    query.put("code_challenge_method", "S256");
    query.putAll(more);
    return provider.authorization() + "?" + TokenEndpoint.encode(query);
  }

  /** The code in {@code answer}, if it is the answer to this request. */
  String code(AuthorizationAnswer answer) throws CliException {
    if (!same(state, answer.required("state"))) {
      throw refusal(CliCode.SIGN_IN_STATE, "the answer is not to this sign-in");
    }
    if (!answer.find("iss").equals(Optional.of(provider.issuer().toString()))) {
      throw refusal(CliCode.SIGN_IN_ISSUER, "the answer does not come from " + provider.issuer());
    }
    if (answer.find("error").isPresent()) {
      throw refusal(CliCode.SIGN_IN_REFUSED, answer.required("error"));
    }
    return answer.required("code");
  }

  private static boolean same(String expected, String found) {
    return MessageDigest.isEqual(expected.getBytes(US_ASCII), found.getBytes(US_ASCII));
  }

  private CliException refusal(CliCode code, String reason) {
    return new CliException(code, redirect.toString(), reason);
  }
}
