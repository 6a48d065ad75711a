package org.safehand.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The headers that depend on the path or on the installation. Those that are always the same stand
 * in {@code undertow-handlers.conf}, so that answers of the container's sign-in carry them too.
 */
final class HeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

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
    response.setHeader("Content-Security-Policy", policy);
    boolean named = request.getRequestURI().startsWith("/assets/");
    response.setHeader("Cache-Control", named ? FOR_EVER : "no-store");
    chain.doFilter(request, response);
  }
}
