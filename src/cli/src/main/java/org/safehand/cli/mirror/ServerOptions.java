package org.safehand.cli.mirror;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.safehand.cli.http.CertificateAuthorities;
import org.safehand.cli.http.ServerAddress;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.Session;
import org.safehand.cli.session.SessionFile;
import org.safehand.cli.session.SessionOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By which authorities the server of a log must be certified. */
final class ServerOptions {
  @Option(
      names = "--ca",
      paramLabel = "PEM",
      description =
          "The authorities that the server must be certified by (default: those of the session,"
              + " if it is of this gateway, otherwise the platform's).")
  private Optional<Path> ca = Optional.empty();

  @Mixin private SessionOption session = new SessionOption();

  /** The log that {@code server} serves. */
  HttpLog log(URI server) throws CliException {
    URI origin = ServerAddress.require(server);
    return new HttpLog(origin, transport(origin));
  }

  private Transport transport(URI server) throws CliException {
    if (ca.isPresent()) {
      return Transport.trusting(CertificateAuthorities.read(ca.get()));
    }
    SessionFile file = session.file();
    if (Files.exists(file.path())) {
      Session signedIn = file.read();
      if (signedIn.server().equals(server)) {
        return Transport.trusting(
            CertificateAuthorities.ofPem(signedIn.authorities(), file.path().toString()));
      }
    }
    return Transport.trustingPlatform();
  }
}
