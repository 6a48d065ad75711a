package org.safehand.launcher.wildfly;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildLog;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Children;

/** Runs the gateway: WildFly with the application archive. */
public final class WildFlyServer {
  public static final String NAME = "gateway";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Started; the second says: with errors. */
  private static final String STARTED = "WFLYSRV0025";

  private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

  private static final List<String> OPTIONS =
      List.of(
          "-D[Standalone]",
          "-Xms256m",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          // without this a cold server hashes and encrypts at a fifth of its speed for a minute
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.*::*,0.01",
          "-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.*::*,0.01",
          "-Djava.net.preferIPv4Stack=true",
          "-Djava.awt.headless=true",
          "-Djboss.bind.address=127.0.0.1",
          "-Djboss.bind.address.management=127.0.0.1",
          "-Dorg.apache.cxf.stax.maxTextLength=65536",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8");

  private final Installation installation;
  private final VarFolder folder;
  private final Children children;

  public WildFlyServer(Installation installation, VarFolder folder, Children children) {
    this.installation = requireNonNull(installation, "installation is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.children = requireNonNull(children, "children is null");
  }

  /** Unpacks and configures the server where that is still to do; needs the certificates. */
  public void prepare(Map<String, String> environment)
      throws IOException, InterruptedException, LaunchException {
    if (children.running(NAME)) {
      return;
    }
    WildFlyHome home = WildFlyHome.unpacked(installation);
    new WildFlyConfiguration(home, installation.config("wildfly"), folder.wildfly(), children)
        .apply(environment);
  }

  /** Starts the server and returns when the application serves without an error. */
  public void start(Map<String, String> environment)
      throws IOException, InterruptedException, LaunchException {
    if (children.running(NAME)) {
      return;
    }
    Path base = folder.wildfly();
    Files.copy(
        installation.ear(),
        base.resolve("safehand.ear"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("-Djboss.server.base.dir=" + base);
    options.add(
        "-Dlogging.configuration=" + base.resolve("configuration/logging.properties").toUri());
    List<String> command =
        WildFlyHome.unpacked(installation).command(options, "org.jboss.as.standalone", List.of());
    Child child = children.start(new ChildSpec(NAME, command, environment, base));
    child.awaitReady(() -> started(child.log()), PATIENCE);
  }

  /** Whether the server runs an archive that is not the one built last. */
  public boolean outdated() throws IOException, LaunchException {
    Path deployed = folder.wildfly().resolve("safehand.ear");
    // not every file system keeps all digits when a time is copied
    return !Files.exists(deployed)
        || Files.getLastModifiedTime(deployed).toMillis()
            != Files.getLastModifiedTime(installation.ear()).toMillis();
  }

  private static boolean started(ChildLog log) throws IOException, LaunchException {
    if (log.find(STARTED_WITH_ERRORS).isPresent()) {
      Optional<String> error = log.find(" ERROR ");
      throw new LaunchException(
          LaunchCode.SERVER_UNHEALTHY,
          "the gateway started with errors; see %s: %s".formatted(log.file(), error.orElse("")));
    }
    return log.find(STARTED).isPresent();
  }
}
