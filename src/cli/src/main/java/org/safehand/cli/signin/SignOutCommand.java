package org.safehand.cli.signin;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.safehand.cli.http.CertificateAuthorities;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.session.Session;
import org.safehand.cli.session.SessionFile;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.session.TokenEndpoint;
import org.safehand.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code safehand sign-out}: forgets the session here, and gives its tokens back. */
@Command(name = "sign-out", description = "Delete the session and give its tokens back.")
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class SignOutCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Mixin private SessionOption session;

  public SignOutCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The file goes first: whatever the provider answers, nobody is signed in here any more. */
  @Override
  public Integer call() throws CliException {
    SessionFile file = session.file();
    Session ended = file.read();
    CertificateAuthorities authorities =
        CertificateAuthorities.ofPem(ended.authorities(), file.path().toString());
    file.delete();
    new TokenEndpoint(Transport.trusting(authorities), clock)
        .revoke(ended.revocationEndpoint(), ended.tokens());
    terminal.note("Signed out");
    return ExitCode.DONE.number();
  }
}
