package org.safehand.web.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** The strong entity tag of an object is its version, a number that grows with each change. */
public final class EntityVersion {
  private static final Pattern TAG = Pattern.compile("\"v(0|[1-9][0-9]{0,17})\"");

  private EntityVersion() {}

  /** As ETag writes {@code version}. */
  public static String tag(long version) {
    return "\"v" + version + "\"";
  }

  /**
   * The version that If-Match names.
   *
   * @throws ProblemException precondition-required without the header, precondition-failed when it
   *     is no tag that we ever gave
   */
  public static long required(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(WebCode.PRECONDITION_REQUIRED, "");
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches()) {
      throw new ProblemException(WebCode.PRECONDITION_FAILED, "");
    }
    return Long.parseLong(tag.group(1));
  }
}
