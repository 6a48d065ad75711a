package org.safehand.cli.mirror;

import static java.util.Objects.requireNonNull;

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
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.note.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code safehand log}: the public custody log of a gateway. */
@Command(
    name = "log",
    synopsisSubcommandLabel = "COMMAND",
    description = "Copy the public custody log.")
public final class LogCommand {
  private final Terminal terminal;

  public LogCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Command(description = "Copy the log into a folder; `verify log` then says what it is worth.")
  void mirror(
      @Option(
              names = "--server",
              required = true,
              paramLabel = "URL",
              description = "The gateway; nobody has to be signed in.")
          URI server,
      @Option(
              names = "--ca",
              paramLabel = "PEM",
              description =
                  "The authorities that it must be certified by (default: those of the session,"
                      + " if it is of this gateway, otherwise the platform's).")
          Optional<Path> ca,
      @Mixin SessionOption session,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "DIR",
              description = "A new or empty folder.")
          Path out)
      throws CliException {
    URI origin = ServerAddress.require(server);
    HttpLog log = new HttpLog(origin, transport(origin, ca, session.file()));
    Checkpoint checkpoint = new LogMirror(log).copy(out);
    terminal.show(
        JsonObject.builder()
            .put("folder", out.toString())
            .put("origin", checkpoint.origin())
            .put("size", checkpoint.size())
            .put("root", checkpoint.root().base64())
            .put("verified", false)
            .build());
  }

  private static Transport transport(URI server, Optional<Path> ca, SessionFile file)
      throws CliException {
    if (ca.isPresent()) {
      return Transport.trusting(CertificateAuthorities.read(ca.get()));
    }
    if (Files.exists(file.path())) {
      Session session = file.read();
      if (session.server().equals(server)) {
        return Transport.trusting(
            CertificateAuthorities.ofPem(session.authorities(), file.path().toString()));
      }
    }
    return Transport.trustingPlatform();
  }
}
