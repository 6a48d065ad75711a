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
  private static final Set<String> FOR_INTAKE = Set.of("safehand-intake");

  Admission {
    requireNonNull(code, "code is null");
    requireNonNull(challenge, "challenge is null");
  }

  /** A token that is not accepted, whoever shows it (RFC 6750, section 3.1). */
  static Admission ofToken(WebCode code) {
    return new Admission(code, "Bearer error=\"invalid_token\"");
  }

  /**
   * Why {@code signIn} is not let in at the people's door; empty when it is. The hotline's own
   * intake system comes this way too, by its key; a token that is bound to a certificate is worth
   * nothing where none is shown (RFC 8705, section 3).
   */
  static Optional<Admission> refusal(SignIn signIn) {
    if (signIn.boundTo().isPresent()) {
      return Optional.of(ofToken(WebCode.TOKEN_BOUND));
    }
    if (FOR_INTAKE.contains(signIn.client()) && signIn.machine() && !signIn.browser()) {
      return Optional.empty();
    }
    if (!FOR_PEOPLE.contains(signIn.client())) {
      return Optional.of(ofToken(WebCode.CLIENT_NOT_ADMITTED));
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
