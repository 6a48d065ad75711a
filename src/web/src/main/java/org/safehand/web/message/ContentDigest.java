package org.safehand.web.message;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** The field Content-Digest (RFC 9530, section 2), of which SHA-256 is required. */
public final class ContentDigest {
  private static final String NAME = "sha-256=:";
  private static final Pattern MEMBER =
      Pattern.compile("[a-z*][a-z0-9_.*-]{0,31}=:[A-Za-z0-9+/]{0,256}={0,2}:");

  private ContentDigest() {}

  /**
   * The SHA-256 digest that {@code header} names.
   *
   * @throws ProblemException content-digest-missing without exactly one {@code sha-256} member,
   *     parameter-malformed when a member is not written as RFC 9530 says
   */
  public static Digest sha256(@Nullable String header) {
    if (header == null) {
      throw new ProblemException(WebCode.CONTENT_DIGEST_MISSING, "");
    }
    List<String> members = Arrays.stream(header.split(",", -1)).map(String::strip).toList();
    if (!members.stream().allMatch(member -> MEMBER.matcher(member).matches())) {
      throw malformed();
    }
    List<String> sha256 = members.stream().filter(member -> member.startsWith(NAME)).toList();
    if (sha256.size() != 1) {
      throw new ProblemException(
          WebCode.CONTENT_DIGEST_MISSING, "exactly one sha-256 member is needed");
    }
    String member = sha256.get(0);
    return decode(member.substring(NAME.length(), member.length() - 1));
  }

  private static Digest decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length == Digest.LENGTH
          && Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return Digest.ofBytes(bytes);
      }
      throw malformed();
    } catch (IllegalArgumentException notBase64) {
      throw malformed();
    }
  }

  private static ProblemException malformed() {
    return new ProblemException(
        WebCode.PARAMETER_MALFORMED, "Content-Digest is not written as RFC 9530 says");
  }
}
