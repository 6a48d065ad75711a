package org.safehand.web.signin;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.safehand.web.problem.WebCode;

/**
 * Why a sign-in is not let in, although its token is good. The container checks the audience of a
 * token but not the client that it was issued to, and not how strongly the person proved who they
 * are; the provider's promise to ask for a second factor is held here, not trusted.
 *
 * @param code the problem
 * @param challenge the header {@code WWW-Authenticate} (RFC 6750, section 3; RFC 9470, section 3)
 */
record Admission(WebCode code, String challenge) {
  /** What a person's sign-in must have reached: a password and a second factor. */
  static final String LEVEL = "gold";

  private static final Set<String> FOR_PEOPLE = Set.of("safehand-web", "safehand-cli");
  private static final Set<String> FOR_MACHINES = Set.of("safehand-intake");

  Admission {
    requireNonNull(code, "code is null");
    requireNonNull(challenge, "challenge is null");
  }

  /** Why {@code signIn} is not let in; empty when it is. */
  static Optional<Admission> refusal(SignIn signIn) {
    if (FOR_MACHINES.contains(signIn.client()) && !signIn.browser()) {
      return Optional.empty();
    }
    if (!FOR_PEOPLE.contains(signIn.client())) {
      return Optional.of(
          new Admission(WebCode.CLIENT_NOT_ADMITTED, "Bearer error=\"invalid_token\""));
    }
    if (!signIn.acr().equals(LEVEL)) {
      return Optional.of(
          new Admission(
              WebCode.SECOND_FACTOR_MISSING,
              "Bearer error=\"insufficient_user_authentication\", acr_values=\"%s\""
                  .formatted(LEVEL)));
    }
    return Optional.empty();
  }
}
