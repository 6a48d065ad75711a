package org.safehand.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.ProblemException;

/** What a resource refused, as a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {
  @Context private @Nullable HttpServletRequest request;

  @Override
  public Response toResponse(ProblemException refused) {
    return ProblemResponse.of(request, refused.problem());
  }
}
