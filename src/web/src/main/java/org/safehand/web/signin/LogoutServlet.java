package org.safehand.web.signin;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs out here and at the identity provider (OpenID Connect RP-Initiated Logout 1.0). A form
 * posts to it; the answer leads to the provider's end-session endpoint and from there to a page
 * that needs no sign-in.
 */
public final class LogoutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient @Nullable Installation installation;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    Optional<String> idToken = OidcSignIn.idToken(request);
    HttpSession session = request.getSession(false);
    request.logout();
    if (session != null) {
      end(session);
    }
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", idToken.map(this::endSession).orElse("/bye.html"));
  }

  private String endSession(String idToken) {
    Installation here = requireNonNull(installation, "installation is null");
    return here.issuer()
        + "/protocol/openid-connect/logout?id_token_hint="
        + URLEncoder.encode(idToken, StandardCharsets.UTF_8)
        + "&post_logout_redirect_uri="
        + URLEncoder.encode(here.origin() + "/bye.html", StandardCharsets.UTF_8);
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException alreadyEnded) {
      // the sign-out has ended it
    }
  }
}
