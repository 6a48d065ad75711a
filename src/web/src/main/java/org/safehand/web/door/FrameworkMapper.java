package org.safehand.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.Problem;
import org.safehand.web.problem.WebCode;

/** What JAX-RS itself refuses (path, method, media type); {@code Allow} of a 405 is kept. */
@Provider
public class FrameworkMapper implements ExceptionMapper<WebApplicationException> {
  @Context private @Nullable HttpServletRequest request;

  @Override
  public Response toResponse(WebApplicationException refused) {
    Response original = refused.getResponse();
    if (original.getStatus() < 400) {
      return original;
    }
    Problem problem = Problem.of(WebCode.ofStatus(original.getStatus()), "");
    Response answer = ProblemResponse.of(request, problem);
    String allow = original.getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }
}
