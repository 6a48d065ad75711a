package org.safehand.custody.encoding;

import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.Optional;

/** Base 64 of RFC 4648, section 4, padded, with zero trailing bits (section 3.5). */
public final class CanonicalBase64 {
  private CanonicalBase64() {}

  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes whose encoding is exactly {@code text}, or empty when there are none. */
  public static Optional<byte[]> decode(String text) {
    requireNonNull(text, "text is null");
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
