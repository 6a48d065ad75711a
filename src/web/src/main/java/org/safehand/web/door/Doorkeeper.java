package org.safehand.web.door;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** Shuts every endpoint that neither names its operation nor says why it needs none. */
@Provider
public class Doorkeeper implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(Asks.class)) {
      context.register(new SignedIn(), Priorities.AUTHORIZATION);
    } else if (!method.isAnnotationPresent(OpenToAll.class)) {
      context.register(new Shut(), Priorities.AUTHORIZATION);
    }
  }

  /** Lets nobody through without a sign-in, should the container ever do so. */
  @Priority(Priorities.AUTHORIZATION)
  static final class SignedIn implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getSecurityContext().getUserPrincipal() == null) {
        throw new ProblemException(WebCode.UNAUTHENTICATED, "");
      }
    }
  }

  /** Lets nobody through. */
  @Priority(Priorities.AUTHORIZATION)
  static final class Shut implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      throw new ProblemException(WebCode.OPERATION_UNNAMED, "");
    }
  }
}
