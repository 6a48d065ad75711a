package org.safehand.web.session;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.person.SessionEnds;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.web.problem.ProblemAnswer;
import org.safehand.web.problem.RefusalStatus;
import org.safehand.web.signin.SignIn;

/**
 * Lets nobody in whose sessions an administrator ended after this one began, by cookie or by token,
 * whatever is asked for. A use case asks the same within its unit of work; here the session ends
 * too, so that signing in makes a new one, with a new proof of identity.
 */
public final class SignedOutFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String LOGIN = "/login";

  private final transient Supplier<SessionEnds> ends;

  /**
   * @param ends asked for at the first request of somebody who is signed in
   */
  public SignedOutFilter(Supplier<SessionEnds> ends) {
    this.ends = requireNonNull(ends, "ends is null");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<SignIn> signIn = SignIn.of(request);
    if (signIn.isEmpty() || !isEnded(signIn.get())) {
      chain.doFilter(request, response);
      return;
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    if (signIn.get().browser() && request.getServletPath().equals(LOGIN)) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", LOGIN + "?prompt=login");
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    ProblemAnswer.send(
        request,
        response,
        RefusalStatus.problem(
            Refusal.of(RefusalCode.SIGNED_OUT, "an administrator ended it; sign in again")));
  }

  private boolean isEnded(SignIn signIn) {
    return StaffNumber.isWellFormed(signIn.userName())
        && ends.get()
            .isEnded(
                new StaffNumber(signIn.userName()), Instant.ofEpochSecond(signIn.authenticated()));
  }
}
