package org.safehand.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Operation;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

class DoorkeeperTest {
  private static final Principal OFFICER = () -> "officer1";

  /** One endpoint of each kind. */
  @Path("planted")
  @SuppressWarnings("unused") // by reflection
  static final class Planted {
    @GET
    public String unnamed() {
      return "";
    }

    @GET
    @Asks(Operation.READ_CASE)
    public String asking() {
      return "";
    }

    @GET
    @OpenToAll("a plant")
    public String open() {
      return "";
    }
  }

  @Test
  void endpoint_thatNamesNoOperation_isShut_alsoToWhoIsSignedIn() {
    for (Principal who : new Principal[] {null, OFFICER}) {
      assertRefused(() -> guard("unnamed").filter(request(who)), WebCode.OPERATION_UNNAMED);
    }
  }

  @Test
  void endpoint_thatAsks_isShutToNobodyKnown_andOpenToWhoIsSignedIn() {
    assertRefused(() -> guard("asking").filter(request(null)), WebCode.UNAUTHENTICATED);
    assertThatCode(() -> guard("asking").filter(request(OFFICER))).doesNotThrowAnyException();
  }

  @Test
  void endpoint_openToAll_hasNoGuard() {
    assertThat(guards("open")).isEmpty();
  }

  @Test
  void doorkeeper_stands_beforeBothApplications() {
    assertThat(Providers.ALL).contains(Doorkeeper.class);
    assertThat(new ApiApplication().getClasses()).contains(Doorkeeper.class);
    assertThat(new LogApplication().getClasses()).contains(Doorkeeper.class);
  }

  /** Something of JAX-RS that is called and may throw. */
  @FunctionalInterface
  private interface Call {
    void run() throws Exception;
  }

  private static void assertRefused(Call call, WebCode code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(code.wire()));
  }

  /** The one that comes first; before what is read there is one against HEAD as well. */
  private static ContainerRequestFilter guard(String method) {
    return guards(method).get(0);
  }

  /** What the doorkeeper puts before the endpoint, from the priority of authorization on. */
  private static List<ContainerRequestFilter> guards(String name) {
    List<ContainerRequestFilter> guards = new ArrayList<>();
    FeatureContext context =
        fake(
            FeatureContext.class,
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("register");
              assertThat(arguments[1]).isEqualTo(Priorities.AUTHORIZATION + guards.size());
              guards.add((ContainerRequestFilter) arguments[0]);
              return proxy;
            });
    new Doorkeeper().configure(resource(name), context);
    return guards;
  }

  private static ResourceInfo resource(String name) {
    return new ResourceInfo() {
      @Override
      public Method getResourceMethod() {
        try {
          return Planted.class.getMethod(name);
        } catch (NoSuchMethodException e) {
          throw new AssertionError(e);
        }
      }

      @Override
      public Class<?> getResourceClass() {
        return Planted.class;
      }
    };
  }

  private static ContainerRequestContext request(@Nullable Principal who) {
    SecurityContext security =
        fake(
            SecurityContext.class,
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getUserPrincipal");
              return who;
            });
    return fake(
        ContainerRequestContext.class,
        (proxy, method, arguments) -> {
          assertThat(method.getName()).isEqualTo("getSecurityContext");
          return security;
        });
  }

  private static <T> T fake(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            DoorkeeperTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
