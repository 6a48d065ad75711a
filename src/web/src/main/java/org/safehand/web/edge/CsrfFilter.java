package org.safehand.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.safehand.web.problem.ProblemAnswer;
import org.safehand.web.problem.WebCode;
import org.safehand.web.signin.SignIn;

/**
 * Tells our own page's requests from another site's, for callers whom a cookie signs in.
 *
 * <p>A request that changes something needs {@code Sec-Fetch-Site: same-origin}, or an equal {@code
 * Origin} from a browser without fetch metadata; to the API also the header that no form can send.
 * A bearer token cannot be added by another site, so it is exempt; so is the identity provider's
 * word that somebody signed out, which is signed and heeds no cookie.
 */
final class CsrfFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private static final String BACK_CHANNEL = "/backchannel-logout";

  private final String ownOrigin;

  CsrfFilter(String ownOrigin) {
    this.ownOrigin = ownOrigin;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean bearer = SignIn.of(request).filter(who -> !who.browser()).isPresent();
    if (bearer || request.getRequestURI().equals(BACK_CHANNEL)) {
      chain.doFilter(request, response);
    } else if (crossSiteRead(request)) {
      ProblemAnswer.send(request, response, WebCode.CROSS_SITE, "");
    } else if (!SAFE.contains(request.getMethod()) && !fromOwnPage(request)) {
      ProblemAnswer.send(
          request, response, WebCode.CSRF, "a same-origin request with X-Requested-With is needed");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean crossSiteRead(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return api(request)
        && SignIn.of(request).isPresent()
        && site != null
        && !site.equals("same-origin");
  }

  private boolean fromOwnPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean same = site == null ? ownOrigin.equals(origin) : site.equals("same-origin");
    boolean consistent = origin == null || origin.equals(ownOrigin);
    boolean scripted =
        !api(request) || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    return same && consistent && scripted;
  }

  private static boolean api(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }
}
