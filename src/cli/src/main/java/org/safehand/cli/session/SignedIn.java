package org.safehand.cli.session;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.safehand.cli.http.CertificateAuthorities;
import org.safehand.cli.http.ServerAddress;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliException;

/** The signed-in person of a session file, with an access token that is still good. */
public final class SignedIn {
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final SessionFile file;
  private final Clock clock;
  private final Transport transport;
  private Session session;

  private SignedIn(SessionFile file, Clock clock, Transport transport, Session session) {
    this.file = file;
    this.clock = clock;
    this.transport = transport;
    this.session = session;
  }

  /** The person who signed in with {@code file}. */
  public static SignedIn of(SessionFile file, Clock clock) throws CliException {
    requireNonNull(clock, "clock is null");
    Session session = file.read();
    CertificateAuthorities authorities =
        CertificateAuthorities.ofPem(session.authorities(), file.path().toString());
    ServerAddress.require(session.server());
    ServerAddress.require(session.tokenEndpoint());
    return new SignedIn(file, clock, Transport.trusting(authorities), session);
  }

  public Transport transport() {
    return transport;
  }

  /** As it was last read or renewed. */
  public Session session() {
    return session;
  }

  /** The gateway's origin, without a trailing slash. */
  public URI server() {
    return session.server();
  }

  /** A token for the gateway; renewed when it ends within half a minute. */
  public String accessToken() throws CliException {
    if (isEnding(session)) {
      renew();
    }
    return session.tokens().access();
  }

  private void renew() throws CliException {
    try (SessionFile.Lock lock = file.lock()) {
      requireNonNull(lock, "lock is null");
      session = file.read();
      if (isEnding(session)) {
        Tokens next =
            new TokenEndpoint(transport, clock).refresh(session.tokenEndpoint(), session.tokens());
        session = session.with(next);
        file.write(session);
      }
    }
  }

  private boolean isEnding(Session of) {
    return of.tokens().expires().isBefore(clock.instant().plus(MARGIN));
  }
}
