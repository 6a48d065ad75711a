package org.safehand.web.door;

import jakarta.annotation.Priority;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.safehand.web.problem.Problem;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/**
 * Shuts every endpoint that neither names its operation nor says why it needs none, and never has
 * one that names its operation answered to HEAD. JAX-RS would do that by its GET, and who reads,
 * downloads or exports something is recorded: the custody log would tell of bytes that never left.
 */
@Provider
public class Doorkeeper implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(Asks.class)) {
      context.register(new SignedIn(), Priorities.AUTHORIZATION);
      if (method.isAnnotationPresent(GET.class)) {
        context.register(new NotByHead(methods(resource)), Priorities.AUTHORIZATION + 1);
      }
    } else if (!method.isAnnotationPresent(OpenToAll.class)) {
      context.register(new Shut(), Priorities.AUTHORIZATION);
    }
  }

  /** What may be done where {@code resource} is, as the field Allow lists it. */
  private static String methods(ResourceInfo resource) {
    Path path = resource.getResourceMethod().getAnnotation(Path.class);
    return Arrays.stream(resource.getResourceClass().getMethods())
        .filter(method -> Objects.equals(method.getAnnotation(Path.class), path))
        .flatMap(method -> Arrays.stream(method.getAnnotations()))
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Refuses HEAD, whatever the endpoint would record. */
  @Priority(Priorities.AUTHORIZATION + 1)
  static final class NotByHead implements ContainerRequestFilter {
    private final String allowed;

    NotByHead(String allowed) {
      this.allowed = allowed;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getMethod().equals(HttpMethod.HEAD)) {
        throw new ProblemException(
            Problem.of(WebCode.METHOD_NOT_ALLOWED, "").withField(HttpHeaders.ALLOW, allowed));
      }
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
