package org.safehand.cli.signin;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.safehand.cli.http.CertificateAuthorities;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.Session;
import org.safehand.cli.session.TokenEndpoint;
import org.safehand.cli.session.Tokens;

/** Authorization code with PKCE: the person signs in at the provider, in a browser. */
final class SignIn {
  private final CertificateAuthorities authorities;
  private final Clock clock;
  private final SecureRandom random;

  SignIn(CertificateAuthorities authorities, Clock clock, SecureRandom random) {
    this.authorities = requireNonNull(authorities, "authorities is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** The session for {@code server} after a person opened what {@code show} was given. */
  Session run(URI server, URI issuer, Duration patience, Consumer<String> show)
      throws CliException {
    Transport transport = Transport.trusting(authorities);
    Provider provider = Provider.discover(issuer, transport);
    try (LoopbackCallback callback = LoopbackCallback.open()) {
      AuthorizationRequest request = new AuthorizationRequest(provider, callback.address(), random);
      show.accept(request.address());
      String code = request.code(callback.await(patience));
      Tokens tokens =
          new TokenEndpoint(transport, clock)
              .exchange(provider.token(), code, request.redirect(), request.verifier());
      return new Session(
          server, issuer, authorities.pem(), provider.token(), provider.revocation(), tokens);
    }
  }
}
