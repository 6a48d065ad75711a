package org.safehand.cli.signin;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.safehand.cli.http.CertificateAuthorities;
import org.safehand.cli.http.ServerAddress;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.session.SessionFile;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code safehand sign-in}: prints an address to open, and keeps the session that comes of it. */
@Command(
    name = "sign-in",
    description = "Sign in with a browser; no password passes through this command.")
@SuppressWarnings("NullAway.Init") // picocli sets the options before call
public final class SignInCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "${env:SAFEHAND_ORIGIN:-https://localhost:8443}",
      description = "The gateway (default: ${DEFAULT-VALUE}).")
  private URI server;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      defaultValue = "${env:SAFEHAND_ISSUER:-https://localhost:8180/realms/safehand}",
      description = "The identity provider (default: ${DEFAULT-VALUE}).")
  private URI issuer;

  @Option(
      names = "--ca",
      required = true,
      paramLabel = "PEM",
      description = "The authorities that both must be certified by; no others are trusted.")
  private Path ca;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for the person (default: ${DEFAULT-VALUE}).")
  private long seconds;

  @Mixin private SessionOption session;

  public SignInCommand(Terminal terminal, Clock clock) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Integer call() throws CliException {
    SignIn signIn = new SignIn(CertificateAuthorities.read(ca), clock, new SecureRandom());
    SessionFile file = session.file();
    file.write(
        signIn.run(
            ServerAddress.require(server),
            ServerAddress.require(issuer),
            Duration.ofSeconds(seconds),
            address -> terminal.line("Open: " + address)));
    terminal.note("Signed in; the session is in " + file.path());
    return ExitCode.DONE.number();
  }
}
