package org.safehand.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The headers of every answer. Those that are always the same stand in {@code
 * undertow-handlers.conf} too, for the answers of the container's sign-in, which come before any
 * filter; they stand here for its faults, which drop what was set before.
 */
final class HeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** The same for every path and installation. */
  static final Map<String, String> FIXED =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Strict-Transport-Security", "max-age=63072000",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=(), usb=()");

  /** Nothing that a server could read as a path outside of the log: no step up, no escape. */
  private static final Pattern LOG_PATH = Pattern.compile("/log(/[a-z0-9]+(\\.[a-z0-9]+)*)+");

  /**
   * Other sites' pages may read the log, which is public, so that it can be checked without this
   * server's own page. No cookie goes with such a request, and nothing else may be read.
   */
  private static final Map<String, String> LOG =
      Map.of("Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "ETag");

  private final String policy;

  HeadersFilter(String issuerOrigin) {
    this.policy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self' " + issuerOrigin,
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    headers(request.getRequestURI()).forEach(response::setHeader);
    chain.doFilter(request, response);
  }

  /** The headers of an answer at {@code path}; a resource may set others in their place. */
  Map<String, String> headers(String path) {
    Map<String, String> headers = new TreeMap<>(FIXED);
    headers.put("Content-Security-Policy", policy);
    headers.put("Cache-Control", path.startsWith("/assets/") ? FOR_EVER : "no-store");
    if (LOG_PATH.matcher(path).matches()) {
      headers.putAll(LOG);
    }
    return headers;
  }
}
