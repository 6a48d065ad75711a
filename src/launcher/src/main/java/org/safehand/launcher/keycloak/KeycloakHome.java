package org.safehand.launcher.keycloak;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.archive.Unpacker;
import org.safehand.launcher.archive.Versions;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Children;
import org.safehand.launcher.process.Programs;

/** The unpacked identity provider, built once for PostgreSQL, and a view of it per platform. */
final class KeycloakHome {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> SHARED =
      List.of("lib", "conf", "providers", "themes", "version.txt");

  private final Installation installation;
  private final ServerFolder servers;
  private final Children children;

  KeycloakHome(Installation installation, ServerFolder servers, Children children) {
    this.installation = requireNonNull(installation, "installation is null");
    this.servers = requireNonNull(servers, "servers is null");
    this.children = requireNonNull(children, "children is null");
  }

  /** A home whose programs are shared and whose {@code data} folder is its own. */
  Path at(Path folder) throws IOException, InterruptedException, LaunchException {
    String version = Versions.built().keycloak();
    Path unpacked =
        servers.unpacked("keycloak-" + version + "-client-certificates", this::unpackAndBuild);
    Files.createDirectories(folder.resolve("data"));
    for (String name : SHARED) {
      Path link = folder.resolve(name);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, unpacked.resolve(name));
    }
    return folder;
  }

  private void unpackAndBuild(Path folder)
      throws IOException, InterruptedException, LaunchException {
    String version = Versions.built().keycloak();
    Unpacker.zip(installation.archive("keycloak-quarkus-dist-" + version + ".zip"), folder);
    List<String> command =
        command(
            folder,
            "build",
            "--db=postgres",
            "--health-enabled=true",
            "--metrics-enabled=false",
            // people have none and are not asked again; machines prove themselves by theirs
            "--https-client-auth=request");
    Child build = children.start(new ChildSpec("keycloak-build", command, Map.of(), folder));
    if (!build.awaitEnd(PATIENCE)
        || build.log().find("configuration updated and persisted").isEmpty()) {
      throw new LaunchException(
          LaunchCode.SERVER_NOT_CONFIGURED,
          "the identity provider could not be built; see " + build.log().file());
    }
  }

  /** What bin/kc.sh runs, without the shell between us and the server. */
  static List<String> command(Path home, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:MetaspaceSize=96M",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    command.addAll(List.of(arguments));
    return command;
  }
}
