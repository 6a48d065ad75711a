package org.safehand.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.safehand.web.problem.ProblemAnswer;
import org.safehand.web.problem.WebCode;

/** Serves nothing on a node that runs the exchange face alone. */
final class FaceFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final boolean served;

  FaceFilter(boolean served) {
    this.served = served;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (served) {
      chain.doFilter(request, response);
    } else {
      ProblemAnswer.send(request, response, WebCode.FACE_OFF, "");
    }
  }
}
