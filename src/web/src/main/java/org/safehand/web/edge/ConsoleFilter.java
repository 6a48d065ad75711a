package org.safehand.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Answers the addresses of the console's own pages with the console, so that a link can be kept.
 */
public final class ConsoleFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern PAGE =
      Pattern.compile(
          "/referrals(/[0-9a-f-]{36})?"
              + "|/proposals(/new-person|/[0-9a-f-]{36})?"
              + "|/people(/[A-Za-z0-9][A-Za-z0-9._-]{0,63})?"
              + "|/registry(/AG-[A-Z0-9]{1,8}-[0-9]{3,6})?"
              + "|/agencies"
              + "|/settings"
              + "|/duty"
              + "|/break-glass|/counts");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("GET") && isPage(request.getRequestURI())) {
      request.getRequestDispatcher("/index.html").forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Whether {@code path} is one of the console's own; what it shows there is the console's. */
  public static boolean isPage(String path) {
    return PAGE.matcher(path).matches();
  }
}
