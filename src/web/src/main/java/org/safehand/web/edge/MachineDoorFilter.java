package org.safehand.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.safehand.web.machine.MachineDoor;
import org.safehand.web.problem.ProblemAnswer;
import org.safehand.web.problem.WebCode;

/**
 * Serves machines the API and nothing else: no console, no sign-in, no log. It goes by the servlet
 * that the container has chosen, not by how the path was written.
 */
final class MachineDoorFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String API = "/api/v1";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (MachineDoor.certificate(request).isEmpty() || request.getServletPath().equals(API)) {
      chain.doFilter(request, response);
    } else {
      ProblemAnswer.send(request, response, WebCode.NOT_AT_THE_MACHINE_DOOR, "");
    }
  }
}
