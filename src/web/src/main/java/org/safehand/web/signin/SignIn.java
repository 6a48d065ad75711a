package org.safehand.web.signin;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the verified token says of the caller.
 *
 * @param subject the identity, stable for ever
 * @param userName unique in the realm and never given to another person; a machine's is made of its
 *     client's name
 * @param displayName for people
 * @param roles realm roles
 * @param unit the organisation unit of staff; empty when the organisation has one alone
 * @param agencies the claim {@code agency_id}; a person of more than one agency is of none
 * @param client the client that the token was issued to ({@code azp})
 * @param browser a session cookie signs the caller in, not a bearer token
 * @param acr the authentication context class
 * @param session the identity provider's session ({@code sid}), by which it signs the caller out
 * @param authenticated when the caller proved who they are, seconds since the epoch; 0 if unknown
 * @param boundTo the certificate that the token is bound to, as its {@code x5t#S256} (RFC 8705,
 *     section 3.1); of a binding that is none of this kind, an empty text, which no certificate has
 */
public record SignIn(
    String subject,
    String userName,
    String displayName,
    Set<String> roles,
    Optional<String> unit,
    List<String> agencies,
    String client,
    boolean browser,
    String acr,
    Optional<String> session,
    long authenticated,
    Optional<String> boundTo) {
  private static final String ATTRIBUTE = SignIn.class.getName();

  /** How the identity provider names what a client is in its own name. */
  private static final String IN_ITS_OWN_NAME = "service-account-";

  public SignIn {
    requireNonNull(subject, "subject is null");
    requireNonNull(userName, "userName is null");
    requireNonNull(displayName, "displayName is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(acr, "acr is null");
    requireNonNull(client, "client is null");
    requireNonNull(session, "session is null");
    requireNonNull(boundTo, "boundTo is null");
    roles = Set.copyOf(roles);
    agencies = List.copyOf(agencies);
  }

  /** The one agency of the caller. */
  public Optional<String> agency() {
    return agencies.size() == 1 ? Optional.of(agencies.get(0)) : Optional.empty();
  }

  /** Whether the client acts in its own name, and for nobody who signed in through it. */
  public boolean machine() {
    return isMachine(userName, client);
  }

  static boolean isMachine(String userName, String client) {
    return userName.equals(IN_ITS_OWN_NAME + client);
  }

  /** Keeps this for the filters and resources after. */
  void keep(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The sign-in of {@code request}, empty when nobody is signed in. */
  public static Optional<SignIn> of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof SignIn signIn
        ? Optional.of(signIn)
        : Optional.empty();
  }
}
