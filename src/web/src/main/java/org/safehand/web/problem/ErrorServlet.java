package org.safehand.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * The container's error page: also what it refuses before any code of ours runs (a 401 of the
 * sign-in, a method, a path) becomes a problem document. A fault that a filter or a servlet threw
 * is logged whole and tells its caller what a fault of a resource does: the store's code, or that
 * it is ours, and the trace id.
 */
public final class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(ErrorServlet.class.getName());

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
    Problem problem = ofStatus(code);
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
      LOG.log(Level.ERROR, "request " + TraceId.of(request) + " failed", fault);
      problem = StoreStatus.problem(fault);
    }
    if ("/login".equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "/retry.html");
      return;
    }
    ProblemAnswer.send(request, response, problem);
  }

  private static Problem ofStatus(int code) {
    WebCode web = WebCode.ofStatus(code);
    int shown = code >= 400 ? code : web.status();
    return new Problem(web.wire(), shown, web.title(), "", List.of());
  }
}
