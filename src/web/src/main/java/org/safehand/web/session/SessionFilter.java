package org.safehand.web.session;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.safehand.referral.settings.CurrentSettings;
import org.safehand.web.problem.ProblemAnswer;
import org.safehand.web.problem.WebCode;
import org.safehand.web.signin.SignIn;

/**
 * Holds browser sessions to their limits: a fresh id and a fresh proof of identity at the start, an
 * idle and an absolute end, one session a person. No session is made here, so none exists before
 * sign-in that a stranger could have planted. Nobody goes on while the settings cannot be read: the
 * store's fault leaves this filter, and the container's error page tells it.
 */
public final class SessionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String STARTED = "safehand.started";
  private static final String SEEN = "safehand.seen";
  private static final String SUBJECT = "safehand.subject";

  private final transient Clock clock;
  private final transient SessionRegistry sessions;
  private final transient Supplier<CurrentSettings> settings;

  /**
   * @param settings asked for at the first request of somebody with a session
   */
  public SessionFilter(Clock clock, SessionRegistry sessions, Supplier<CurrentSettings> settings) {
    this.clock = requireNonNull(clock, "clock is null");
    this.sessions = requireNonNull(sessions, "sessions is null");
    this.settings = requireNonNull(settings, "settings is null");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<SignIn> browser = SignIn.of(request).filter(SignIn::browser);
    HttpSession session = request.getSession(false);
    if (browser.isEmpty() || session == null) {
      chain.doFilter(request, response);
      return;
    }
    boolean goOn =
        session.getAttribute(STARTED) instanceof Long started
            ? continued(request, response, session, browser.get(), started)
            : opened(request, response, session, browser.get());
    if (goOn) {
      chain.doFilter(request, response);
    }
  }

  private boolean opened(
      HttpServletRequest request, HttpServletResponse response, HttpSession session, SignIn who) {
    long now = now();
    if (!rule().provenJustNow(who.authenticated(), now)) {
      session.invalidate();
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "/login?prompt=login");
      return false;
    }
    request.changeSessionId();
    session.setAttribute(STARTED, now);
    session.setAttribute(SEEN, now);
    session.setAttribute(SUBJECT, who.subject());
    sessions.opened(who, session);
    return true;
  }

  private boolean continued(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpSession session,
      SignIn who,
      long started)
      throws IOException {
    long now = now();
    long seen = session.getAttribute(SEEN) instanceof Long time ? time : started;
    if (rule().over(started, seen, now) || !who.subject().equals(session.getAttribute(SUBJECT))) {
      session.invalidate();
      ProblemAnswer.send(request, response, WebCode.SESSION_ENDED, "");
      return false;
    }
    if (request.getHeader("X-Safehand-Passive") == null) {
      session.setAttribute(SEEN, now); // polling does not keep a session alive
    }
    return true;
  }

  /** Also a session that began under other settings goes by those that are now. */
  private SessionRule rule() {
    return SessionRule.of(settings.get().now());
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
