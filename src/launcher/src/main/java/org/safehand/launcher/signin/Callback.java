package org.safehand.launcher.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the provider sends back through the browser (RFC 6749, section 4.1.2).
 *
 * @param parameters of the query
 */
record Callback(Map<String, String> parameters) {
  Callback {
    parameters = Map.copyOf(parameters);
  }

  static Callback of(URI address) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : Optional.ofNullable(address.getRawQuery()).orElse("").split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.put(
            URLDecoder.decode(part.substring(0, equals), UTF_8),
            URLDecoder.decode(part.substring(equals + 1), UTF_8));
      }
    }
    return new Callback(parameters);
  }

  /** The code, if the answer is to our request. */
  String code(String state) throws SignInException {
    String code = parameters.get("code");
    if (code == null) {
      throw new SignInException("the provider refused: " + parameters.get("error"));
    }
    if (!state.equals(parameters.get("state"))) {
      throw new SignInException("the answer is not to our request");
    }
    return code;
  }
}
