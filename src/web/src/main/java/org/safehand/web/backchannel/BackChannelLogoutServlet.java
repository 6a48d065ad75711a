package org.safehand.web.backchannel;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.safehand.web.session.SessionRegistry;

/**
 * Where the identity provider posts its logout tokens (OpenID Connect Back-Channel Logout 1.0,
 * sections 2.5, 2.7 and 2.8). Nobody is signed in there: the token is the whole proof.
 */
public final class BackChannelLogoutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(BackChannelLogoutServlet.class.getName());
  private static final String PARAMETER = "logout_token";

  @Inject private transient @Nullable LogoutTokens tokens;
  @Inject private transient @Nullable SessionRegistry sessions;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      end(requireNonNull(tokens, "tokens is null").verify(token(request)));
    } catch (LogoutTokenException refused) {
      LOG.log(Level.WARNING, "a logout token was refused: " + refused.getMessage());
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      response.setContentType("application/json");
      response.getWriter().write("{\"error\":\"invalid_request\"}");
    }
  }

  private void end(SignedOut who) {
    SessionRegistry all = requireNonNull(sessions, "sessions is null");
    who.session()
        .ifPresentOrElse(all::endSession, () -> who.subject().ifPresent(all::endSessionsOf));
  }

  private static String token(HttpServletRequest request) throws LogoutTokenException {
    String[] values = request.getParameterValues(PARAMETER);
    if (values == null || values.length != 1) {
      throw new LogoutTokenException("not one logout_token");
    }
    return values[0];
  }
}
