package org.safehand.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.http.oidc.AccessToken;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.JsonWebToken;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;
import org.wildfly.security.http.oidc.RealmAccessClaim;

/** Reads the sign-in from Elytron's OpenID Connect client, which has verified the tokens. */
final class OidcSignIn {
  private OidcSignIn() {}

  static Optional<SignIn> read(HttpServletRequest request) {
    OidcSecurityContext context = context(request);
    return context == null || context.getToken() == null
        ? Optional.empty()
        : Optional.of(of(context.getToken(), context.getIDToken()));
  }

  /** The raw ID token of a browser session, which sign-out names to the identity provider. */
  static Optional<String> idToken(HttpServletRequest request) {
    OidcSecurityContext context = context(request);
    return context == null ? Optional.empty() : Optional.ofNullable(context.getIDTokenString());
  }

  private static @Nullable OidcSecurityContext context(HttpServletRequest request) {
    if (request.getAttribute(OidcSecurityContext.class.getName())
        instanceof OidcSecurityContext context) {
      return context;
    }
    return request.getUserPrincipal() instanceof OidcPrincipal<?> principal
        ? principal.getOidcSecurityContext()
        : null;
  }

  private static SignIn of(AccessToken token, @Nullable IDToken id) {
    RealmAccessClaim realm = token.getRealmAccessClaim();
    JsonWebToken proof = id == null ? token : id;
    String userName = text(token.getClaimValue("preferred_username"), token.getSubject());
    return new SignIn(
        token.getSubject(),
        userName,
        text(token.getClaimValue("name"), userName),
        realm == null ? Set.of() : Set.copyOf(realm.getRoles()),
        Optional.of(text(token.getClaimValue("unit"), "")).filter(unit -> !unit.isEmpty()),
        texts(token.getClaimValue("agency_id")),
        text(token.getClaimValue("azp"), ""),
        id != null,
        text(proof.getClaimValue("acr"), "0"),
        Optional.of(text(token.getClaimValue("sid"), "")).filter(sid -> !sid.isEmpty()),
        proven(token, id));
  }

  /** A client that signs in as itself proves it when its token is issued, and has no auth_time. */
  private static long proven(AccessToken token, @Nullable IDToken id) {
    return id == null
        ? seconds(token, "auth_time").or(() -> seconds(token, "iat")).orElse(0L)
        : seconds(id, "auth_time").orElse(0L);
  }

  private static Optional<Long> seconds(JsonWebToken token, String claim) {
    return token.getClaimValue(claim) instanceof Number seconds
        ? Optional.of(seconds.longValue())
        : Optional.empty();
  }

  private static String text(@Nullable Object claim, String otherwise) {
    return claim instanceof String text ? text : otherwise;
  }

  private static List<String> texts(@Nullable Object claim) {
    if (claim instanceof String text) {
      return List.of(text);
    }
    return claim instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
