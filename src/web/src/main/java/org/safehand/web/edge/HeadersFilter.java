package org.safehand.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

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
    FIXED.forEach(response::setHeader);
    response.setHeader("Content-Security-Policy", policy);
    boolean named = request.getRequestURI().startsWith("/assets/");
    response.setHeader("Cache-Control", named ? FOR_EVER : "no-store");
    chain.doFilter(request, response);
  }
}
