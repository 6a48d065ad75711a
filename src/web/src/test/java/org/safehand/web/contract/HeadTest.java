package org.safehand.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.web.door.Asks;
import org.safehand.web.door.Doorkeeper;
import org.safehand.web.problem.ProblemException;

/**
 * JAX-RS answers HEAD by the method for GET, which may record that something was retrieved,
 * exported or read. Each endpoint is asked for here as the container asks, with all that stands
 * before it.
 */
class HeadTest {
  private static final Principal SOMEBODY = () -> "1001";

  static Stream<Method> recording() {
    return gets().filter(method -> method.isAnnotationPresent(Asks.class));
  }

  static Stream<Method> open() {
    return gets().filter(method -> !method.isAnnotationPresent(Asks.class));
  }

  private static Stream<Method> gets() {
    return Endpoints.methods().stream().filter(method -> method.isAnnotationPresent(GET.class));
  }

  @ParameterizedTest
  @MethodSource("recording")
  void head_ofWhatAsksForAnOperation_isRefusedWithWhatIsAllowed(Method endpoint) {
    assertThatThrownBy(() -> ask("HEAD", endpoint))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo("method-not-allowed");
              assertThat(refused.problem().fields())
                  .isEqualTo(Map.of("Allow", String.join(", ", contract(endpoint))));
            });
    ask("GET", endpoint);
  }

  @ParameterizedTest
  @MethodSource("open")
  void head_ofWhatIsOpenToAll_isAnswered(Method endpoint) {
    ask("HEAD", endpoint);
    ask("GET", endpoint);
  }

  /** What the contract has at the same path. */
  private static List<String> contract(Method endpoint) {
    String path = Endpoints.operation(endpoint).split(" ", 2)[1];
    return Endpoints.methods().stream()
        .map(Endpoints::operation)
        .filter(operation -> operation.endsWith(" " + path))
        .map(operation -> operation.split(" ", 2)[0])
        .sorted()
        .toList();
  }

  private static void ask(String method, Method endpoint) {
    ContainerRequestContext request =
        fake(
            ContainerRequestContext.class,
            Map.of(
                "getMethod",
                method,
                "getSecurityContext",
                fake(SecurityContext.class, Map.of("getUserPrincipal", SOMEBODY))));
    for (ContainerRequestFilter filter : before(endpoint)) {
      try {
        filter.filter(request);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static List<ContainerRequestFilter> before(Method endpoint) {
    List<ContainerRequestFilter> filters = new ArrayList<>();
    ResourceInfo resource =
        fake(
            ResourceInfo.class,
            Map.of(
                "getResourceMethod", endpoint, "getResourceClass", endpoint.getDeclaringClass()));
    InvocationHandler registering =
        (proxy, called, arguments) -> {
          filters.add((ContainerRequestFilter) arguments[0]);
          return proxy;
        };
    new Doorkeeper().configure(resource, proxy(FeatureContext.class, registering));
    return filters;
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return proxy(
        type,
        (proxy, called, arguments) -> {
          Object answer = answers.get(called.getName());
          if (answer == null) {
            throw new UnsupportedOperationException(called.getName());
          }
          return answer;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
