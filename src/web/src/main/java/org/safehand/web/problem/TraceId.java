package org.safehand.web.problem;

import jakarta.servlet.ServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names one request in answers and in the log: 32 hexadecimal digits, as W3C Trace Context has. */
public final class TraceId {
  private static final String ATTRIBUTE = "org.safehand.web.trace";
  private static final SecureRandom RANDOM = new SecureRandom();

  private TraceId() {}

  /** The trace id of {@code request}, made at the first call. */
  public static String of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    String fresh = HexFormat.of().formatHex(bytes);
    request.setAttribute(ATTRIBUTE, fresh);
    return fresh;
  }
}
