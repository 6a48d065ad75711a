package org.safehand.web.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;

/** The strong entity tag of bytes that are named by their digest (RFC 9110, section 8.8.3). */
public final class ContentTag {
  private static final Pattern LIST =
      Pattern.compile("[ \\t]*(?:W/)?(\"[\\x21\\x23-\\x7e]*\")[ \\t]*(?:,|\\z)");

  private final String text;

  private ContentTag(String text) {
    this.text = text;
  }

  /** The tag of {@code bytes}: their SHA-256 in quotes. */
  public static ContentTag of(byte[] bytes) {
    return new ContentTag('"' + Digest.of(bytes).hex() + '"');
  }

  /**
   * Whether {@code ifNoneMatch} says that the caller has these bytes (RFC 9110, section 13.1.2). A
   * header that is not written as the standard says is of no consequence: the bytes are sent.
   */
  public boolean isKnown(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    if (ifNoneMatch.strip().equals("*")) {
      return true;
    }
    boolean known = false;
    Matcher tags = LIST.matcher(ifNoneMatch);
    int at = 0;
    while (at < ifNoneMatch.length()) {
      if (!tags.find(at) || tags.start() != at) {
        return false;
      }
      known |= text.equals(tags.group(1));
      at = tags.end();
    }
    return known;
  }

  /** As ETag writes it. */
  @Override
  public String toString() {
    return text;
  }
}
