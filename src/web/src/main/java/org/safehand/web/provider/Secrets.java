package org.safehand.web.provider;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What only the asker of one question knows, 256 bits each.
 *
 * @param state comes back with the answer
 * @param nonce comes back in the ID token
 * @param verifier redeems the code (RFC 7636)
 */
public record Secrets(String state, String nonce, String verifier) {
  public Secrets {
    requireNonNull(state, "state is null");
    requireNonNull(nonce, "nonce is null");
    requireNonNull(verifier, "verifier is null");
  }

  public static Secrets fresh(SecureRandom random) {
    return new Secrets(secret(random), secret(random), secret(random));
  }

  /** 256 random bits as base64url. */
  public static String secret(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** None of them. */
  @Override
  public String toString() {
    return "Secrets[]";
  }
}
