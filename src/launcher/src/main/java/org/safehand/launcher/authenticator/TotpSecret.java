package org.safehand.launcher.authenticator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret behind time-based one-time passwords: HMAC-SHA-1, 6 digits, 30 s (RFC 6238). */
final class TotpSecret {
  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  private final byte[] secret;

  TotpSecret(byte[] secret) {
    this.secret = secret.clone();
  }

  static TotpSecret ofBase32(String text) throws IOException {
    byte[] secret = Base32.decode(text);
    if (secret.length == 0) {
      throw new IOException("the secret of an authenticator app is empty");
    }
    return new TotpSecret(secret);
  }

  /** The step that {@code time} lies in. */
  static long step(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
  }

  /** When a step begins. */
  static Instant begin(long step) {
    return Instant.ofEpochSecond(step * STEP_SECONDS);
  }

  /** The password of a step (RFC 4226, section 5.3). */
  String code(long step) {
    byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
    return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
  }

  private byte[] hmac(byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
