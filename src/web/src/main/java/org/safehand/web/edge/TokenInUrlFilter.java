package org.safehand.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.safehand.web.problem.ProblemAnswer;
import org.safehand.web.problem.WebCode;

/**
 * Refuses a token in the query, where logs, histories and referrers would keep it. It reads the
 * query only: asking for parameters would consume a body.
 */
final class TokenInUrlFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String query = request.getQueryString();
    if (query != null && hasToken(query)) {
      ProblemAnswer.send(request, response, WebCode.TOKEN_IN_URL, "");
    } else {
      chain.doFilter(request, response);
    }
  }

  static boolean hasToken(String query) {
    String plain;
    try {
      plain = URLDecoder.decode(query, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      plain = query;
    }
    return plain.toLowerCase(Locale.ROOT).contains("access_token");
  }
}
