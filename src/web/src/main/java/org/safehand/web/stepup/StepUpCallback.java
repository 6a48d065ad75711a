package org.safehand.web.stepup;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.web.provider.StepUpException;
import org.safehand.web.provider.StepUpFault;
import org.safehand.web.signin.SignIn;

/**
 * Where the provider sends the browser with its answer. Needs no sign-in of the container's, which
 * would take the answer for its own, but a session that asked. Leads back to the page where it was
 * asked, which is told how it ended and nothing else.
 */
public final class StepUpCallback extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String GRANTED = "granted";

  @Inject private transient @Nullable Instance<SecondFactor> secondFactor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", target(request));
  }

  private String target(HttpServletRequest request) {
    try {
      BrowserStepUp.Return ended = finish(request);
      ended.fault().ifPresent(fault -> StepUpProblem.of(fault).answers(request));
      return page(ended.back(), ended.fault().map(StepUpFault::wire).orElse(GRANTED));
    } catch (StepUpException unknown) {
      StepUpProblem.of(unknown.fault()).answers(request);
      return page("/", unknown.fault().wire());
    }
  }

  private BrowserStepUp.Return finish(HttpServletRequest request) throws StepUpException {
    HttpSession session = request.getSession(false);
    Optional<SignIn> signIn = SignIn.of(request).filter(SignIn::browser);
    if (session == null || signIn.isEmpty()) {
      throw new StepUpException(StepUpFault.STATE);
    }
    Person person = new Person(signIn.get().subject(), signIn.get().userName());
    return requireNonNull(secondFactor, "secondFactor is null")
        .get()
        .browser()
        .finish(PendingStepUps.of(session), person, answer(request));
  }

  private static URI answer(HttpServletRequest request) throws StepUpException {
    try {
      return URI.create(request.getRequestURL() + "?" + request.getQueryString());
    } catch (IllegalArgumentException malformed) {
      throw new StepUpException(StepUpFault.STATE, malformed);
    }
  }

  private static String page(String path, String ended) {
    return path + "?step-up=" + ended;
  }
}
