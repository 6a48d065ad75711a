package org.safehand.custody.encoding;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 7468 text: labelled DER between {@code BEGIN} and {@code END} lines, and nothing else. */
public final class PemText {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private PemText() {}

  /** One block. */
  public static String encode(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + LINES.encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** The DER of each block, all labelled {@code label}; empty if the text is anything else. */
  public static Optional<List<byte[]>> decodeAll(String label, String text) {
    requireNonNull(text, "text is null");
    Pattern block =
        Pattern.compile(
            "\\s*-----BEGIN "
                + label
                + "-----\\s([A-Za-z0-9+/=\\s]+)-----END "
                + label
                + "-----\\s*");
    Matcher matcher = block.matcher(text);
    List<byte[]> blocks = new ArrayList<>();
    int end = 0;
    while (end < text.length()) {
      matcher.region(end, text.length());
      if (!matcher.lookingAt()) {
        return Optional.empty();
      }
      Optional<byte[]> der = CanonicalBase64.decode(matcher.group(1).replaceAll("\\s", ""));
      if (der.isEmpty()) {
        return Optional.empty();
      }
      blocks.add(der.get());
      end = matcher.end();
    }
    return blocks.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(blocks));
  }
}
