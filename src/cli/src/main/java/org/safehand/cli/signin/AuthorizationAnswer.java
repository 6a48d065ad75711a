package org.safehand.cli.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;

/** The parameters that came back to the loopback address, each at most once. */
final class AuthorizationAnswer {
  private static final String PLACE = "callback";

  private final Map<String, String> parameters;

  private AuthorizationAnswer(Map<String, String> parameters) {
    this.parameters = Map.copyOf(parameters);
  }

  /** Reads the query of the redirect. */
  static AuthorizationAnswer parse(String query) throws CliException {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw malformed("a parameter without a value");
      }
      String name = decode(pair.substring(0, equals));
      if (parameters.put(name, decode(pair.substring(equals + 1))) != null) {
        throw malformed("a parameter stands twice");
      }
    }
    return new AuthorizationAnswer(parameters);
  }

  private static String decode(String text) throws CliException {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed("a parameter is not percent-encoded");
    }
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  String required(String name) throws CliException {
    return find(name).orElseThrow(() -> malformed("no parameter " + name));
  }

  private static CliException malformed(String reason) {
    return new CliException(CliCode.SIGN_IN_MALFORMED, PLACE, reason);
  }
}
