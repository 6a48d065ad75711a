package org.safehand.web.signin;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.ProblemAnswer;

/** Learns who is signed in, and makes who is let in the current actor. */
public final class SignInFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient CurrentActor current;

  public SignInFilter(CurrentActor current) {
    this.current = requireNonNull(current, "current is null");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<SignIn> signIn = OidcSignIn.read(request);
    Optional<Admission> refusal = signIn.flatMap(Admission::refusal);
    if (refusal.isPresent()) {
      forget(request.getSession(false));
      response.setHeader("WWW-Authenticate", refusal.get().challenge());
      ProblemAnswer.send(request, response, refusal.get().code(), "");
      return;
    }
    if (signIn.isPresent()) {
      signIn.get().keep(request);
      current.set(signIn.get());
    }
    chain.doFilter(request, response);
  }

  /** A session that is not let in once is not let in ever: signing in again makes a new one. */
  private static void forget(@Nullable HttpSession session) {
    if (session != null) {
      session.invalidate();
    }
  }
}
