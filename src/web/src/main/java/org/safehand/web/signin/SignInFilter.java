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
import org.safehand.web.machine.MachineDoor;
import org.safehand.web.problem.ProblemAnswer;

/** Learns who is signed in, and makes who is let in the current actor. */
public final class SignInFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient CurrentActor current;
  private final transient MachineAdmission machines;

  public SignInFilter(CurrentActor current, MachineAdmission machines) {
    this.current = requireNonNull(current, "current is null");
    this.machines = requireNonNull(machines, "machines is null");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<SignIn> signIn = OidcSignIn.read(request);
    Optional<Admission> refusal = signIn.flatMap(who -> refusal(request, who));
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

  private Optional<Admission> refusal(HttpServletRequest request, SignIn who) {
    return MachineDoor.certificate(request)
        .map(leaf -> machines.refusal(who, leaf))
        .orElseGet(() -> Admission.refusal(who));
  }

  /** A session that is not let in once is not let in ever: signing in again makes a new one. */
  private static void forget(@Nullable HttpSession session) {
    if (session != null) {
      session.invalidate();
    }
  }
}
