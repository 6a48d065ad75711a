package org.safehand.launcher.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A proof key for code exchange (RFC 7636).
 *
 * @param verifier the secret half
 */
record ProofKey(String verifier) {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  ProofKey {
    requireNonNull(verifier, "verifier is null");
  }

  static ProofKey generate(SecureRandom random) {
    return new ProofKey(token(random));
  }

  /** 256 random bits as base64url. */
  static String token(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return BASE64URL.encodeToString(bytes);
  }

  /** The method S256. */
  String challenge() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return BASE64URL.encodeToString(digest.digest(verifier.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
