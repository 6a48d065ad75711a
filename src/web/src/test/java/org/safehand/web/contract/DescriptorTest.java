package org.safehand.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.web.contract.planted.Annotated;

/** The doors beside the API, each of them written down here once more. */
class DescriptorTest {
  private static final List<String> SERVLETS =
      List.of(
          "back-channel-logout org.safehand.web.backchannel.BackChannelLogoutServlet"
              + " /backchannel-logout",
          "error org.safehand.web.problem.ErrorServlet /error",
          "login org.safehand.web.signin.LoginServlet /login",
          "logout org.safehand.web.signin.LogoutServlet /logout",
          "step-up org.safehand.web.stepup.StepUpCallback /stepup/callback");

  private static final List<String> CONSTRAINTS =
      List.of("public of everyone: /*", "signed in of **: /api/*, /login, /logout");

  @Test
  void descriptor_hasTheseServletsAtTheseAddressesAndNoOther() {
    assertThat(Descriptor.read().servlets()).isEqualTo(SERVLETS);
  }

  @Test
  void descriptor_asksForASignInAtTheseAddresses_forEveryMethod() {
    Descriptor descriptor = Descriptor.read();
    assertThat(descriptor.constraints()).isEqualTo(CONSTRAINTS);
    assertThat(descriptor.count("http-method")).isZero();
    assertThat(descriptor.count("http-method-omission")).isZero();
    assertThat(descriptor.count("deny-uncovered-http-methods")).isEqualTo(1);
  }

  /** The filters are put there by one listener, in their order. */
  @Test
  void descriptor_hasNoFilterAndTwoListeners() {
    Descriptor descriptor = Descriptor.read();
    assertThat(descriptor.count("filter")).isZero();
    assertThat(descriptor.texts("listener-class"))
        .containsExactly("org.safehand.web.edge.Edge", "org.safehand.web.session.SessionEnd");
  }

  @Test
  void plantedServlet_breaksTheList() {
    String more =
        Descriptor.text()
            .replace(
                "<session-config>",
                "<servlet><servlet-name>more</servlet-name><servlet-class>x.More</servlet-class>"
                    + "</servlet><servlet-mapping><servlet-name>more</servlet-name>"
                    + "<url-pattern>/more</url-pattern></servlet-mapping><session-config>");
    assertThat(Descriptor.of(more).servlets()).contains("more x.More /more").isNotEqualTo(SERVLETS);
  }

  @Test
  void plantedAddress_ofAKnownServlet_breaksTheList() {
    String more =
        Descriptor.text()
            .replace(
                "<url-pattern>/error</url-pattern>",
                "<url-pattern>/error</url-pattern><url-pattern>/api/x</url-pattern>");
    assertThat(Descriptor.of(more).servlets())
        .contains("error org.safehand.web.problem.ErrorServlet /api/x, /error")
        .isNotEqualTo(SERVLETS);
  }

  @Test
  void classes_stateNoServletOfTheirOwn() {
    assertThat(annotated(Classes.built())).isEmpty();
  }

  @Test
  void plantedAnnotation_isFound() {
    assertThat(annotated(Classes.planted())).containsExactly(Annotated.class);
  }

  private static List<Class<?>> annotated(Collection<Class<?>> types) {
    return types.stream()
        .filter(
            type ->
                type.isAnnotationPresent(WebServlet.class)
                    || type.isAnnotationPresent(WebFilter.class)
                    || type.isAnnotationPresent(WebListener.class))
        .toList();
  }
}
