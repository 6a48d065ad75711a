package org.safehand.launcher.authority;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.PortName;
import org.safehand.launcher.port.Ports;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Children;
import org.safehand.launcher.process.Programs;
import org.safehand.launcher.process.TcpReadiness;

/** Starts {@link AuthorityMain} as a child. */
public final class AuthorityProcess {
  public static final String NAME = "authorities";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Installation installation;
  private final VarFolder folder;
  private final Children children;

  public AuthorityProcess(Installation installation, VarFolder folder, Children children) {
    this.installation = requireNonNull(installation, "installation is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.children = requireNonNull(children, "children is null");
  }

  /** Starts the process and returns when it answers. */
  public void start(Ports ports, String password)
      throws IOException, InterruptedException, LaunchException {
    if (children.running(NAME)) {
      return;
    }
    int port = ports.number(PortName.AUTHORITIES);
    Map<String, String> environment =
        Map.of(
            AuthorityMain.PORT, Integer.toString(port),
            AuthorityMain.FOLDER, folder.authorities().toString(),
            AuthorityMain.PASSWORD, password,
            AuthorityMain.CRLS, folder.crls().toString());
    List<String> command =
        List.of(
            Programs.java(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            installation.launcherJar().toString(),
            AuthorityMain.class.getName());
    Child child = children.start(new ChildSpec(NAME, command, environment, folder.root()));
    child.awaitReady(new TcpReadiness(port), PATIENCE);
  }
}
