package org.safehand.cli.signin;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.safehand.cli.http.CertificateAuthorities;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.Session;
import org.safehand.cli.session.TokenEndpoint;

/**
 * A sign-in that proves nothing but the second factor: its ID token answers one challenge, and the
 * session stays as it is.
 */
public final class StepUpSignIn {
  private final Session session;
  private final Clock clock;
  private final SecureRandom random;

  /** Where the person of {@code session} signed in. */
  public StepUpSignIn(Session session, Clock clock, SecureRandom random) {
    this.session = requireNonNull(session, "session is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.random = requireNonNull(random, "random is null");
  }

  /**
   * The ID token after a person opened what {@code show} was given.
   *
   * @param challenge its nonce
   * @param level the authentication context class to ask for
   */
  public String answer(String challenge, String level, Duration patience, Consumer<String> show)
      throws CliException {
    Transport transport =
        Transport.trusting(CertificateAuthorities.ofPem(session.authorities(), "session"));
    Provider provider = Provider.discover(session.issuer(), transport);
    try (LoopbackCallback callback = LoopbackCallback.open()) {
      AuthorizationRequest request =
          new AuthorizationRequest(
              provider,
              callback.address(),
              random,
              Map.of("nonce", challenge, "acr_values", level));
      show.accept(request.address());
      String code = request.code(callback.await(patience));
      return new TokenEndpoint(transport, clock)
          .identify(provider.token(), code, request.redirect(), request.verifier());
    }
  }
}
