package org.safehand.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.StoreStatus;
import org.safehand.web.problem.TraceId;

/** A fault of ours: the log gets it whole, the caller gets the trace id. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(FaultMapper.class.getName());

  @Context private @Nullable HttpServletRequest request;

  @Override
  public Response toResponse(Throwable fault) {
    if (request != null) {
      LOG.log(Level.ERROR, "request " + TraceId.of(request) + " failed", fault);
    }
    return ProblemResponse.of(request, StoreStatus.problem(fault));
  }
}
