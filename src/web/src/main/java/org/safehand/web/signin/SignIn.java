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
 * @param name the user name, for people
 * @param roles realm roles
 * @param agencies the claim {@code agency_id}; a person of more than one agency is of none
 * @param client the client that the token was issued to ({@code azp})
 * @param browser a session cookie signs the caller in, not a bearer token
 * @param authenticated when the person proved who they are, seconds since the epoch; 0 if unknown
 */
public record SignIn(
    String subject,
    String name,
    Set<String> roles,
    List<String> agencies,
    String client,
    boolean browser,
    long authenticated) {
  private static final String ATTRIBUTE = SignIn.class.getName();

  public SignIn {
    requireNonNull(subject, "subject is null");
    requireNonNull(name, "name is null");
    requireNonNull(client, "client is null");
    roles = Set.copyOf(roles);
    agencies = List.copyOf(agencies);
  }

  /** The one agency of the caller. */
  public Optional<String> agency() {
    return agencies.size() == 1 ? Optional.of(agencies.get(0)) : Optional.empty();
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
