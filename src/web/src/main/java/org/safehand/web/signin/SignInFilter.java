package org.safehand.web.signin;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.safehand.web.problem.ProblemAnswer;
import org.safehand.web.problem.WebCode;

/**
 * Learns who is signed in and makes that the current actor. The container checks the audience of a
 * token but not the client it was issued to, so that is checked here.
 */
public final class SignInFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> CLIENTS = Set.of("safehand-web", "safehand-cli");

  private final transient CurrentActor current;

  public SignInFilter(CurrentActor current) {
    this.current = requireNonNull(current, "current is null");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<SignIn> signIn = OidcSignIn.read(request);
    if (signIn.isPresent() && !CLIENTS.contains(signIn.get().client())) {
      response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      ProblemAnswer.send(request, response, WebCode.CLIENT_NOT_ADMITTED, "");
      return;
    }
    if (signIn.isPresent()) {
      signIn.get().keep(request);
      current.set(signIn.get());
    }
    chain.doFilter(request, response);
  }
}
