package org.safehand.launcher.wildfly;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.archive.Unpacker;
import org.safehand.launcher.archive.Versions;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.process.Programs;

/**
 * The unpacked application server with the database driver among its modules.
 *
 * @param folder its home folder
 */
record WildFlyHome(Path folder) {
  private static final String DRIVER = "modules/org/postgresql/jdbc/main";

  /** What bin/standalone.sh opens for the server's own libraries. */
  private static final List<String> MODULE_OPTIONS =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.management/javax.management=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming=ALL-UNNAMED",
          "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED");

  WildFlyHome {
    requireNonNull(folder, "folder is null");
  }

  static WildFlyHome unpacked(Installation installation)
      throws IOException, InterruptedException, LaunchException {
    Versions versions = Versions.built();
    String name =
        "wildfly-%s-postgresql-%s".formatted(versions.wildfly(), versions.postgresDriver());
    ServerFolder servers = new ServerFolder(installation.servers());
    return new WildFlyHome(
        servers.unpacked(name, folder -> unpack(installation, versions, folder)));
  }

  private static void unpack(Installation installation, Versions versions, Path folder)
      throws IOException, LaunchException {
    Unpacker.zip(installation.archive("wildfly-dist-" + versions.wildfly() + ".zip"), folder);
    Path driver = Files.createDirectories(folder.resolve(DRIVER));
    Files.copy(
        installation.config("wildfly").resolve(DRIVER).resolve("module.xml"),
        driver.resolve("module.xml"));
    Files.copy(driverJar(installation), driver.resolve("postgresql.jar"));
  }

  private static Path driverJar(Installation installation) throws LaunchException {
    Path jar = installation.launcherJar().resolveSibling("lib").resolve("postgresql.jar");
    if (!Files.isRegularFile(jar)) {
      throw new LaunchException(LaunchCode.NOT_BUILT, jar + " is missing");
    }
    return jar;
  }

  /** The stock configuration folder. */
  Path stockConfiguration() {
    return folder.resolve("standalone/configuration");
  }

  /** A command that runs a module of the server in a java process. */
  List<String> command(List<String> options, String module, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Programs.java());
    command.addAll(options);
    command.addAll(MODULE_OPTIONS);
    command.add("-Djboss.home.dir=" + folder);
    command.add("-jar");
    command.add(folder.resolve("jboss-modules.jar").toString());
    command.add("-mp");
    command.add(folder.resolve("modules").toString());
    command.add(module);
    command.addAll(arguments);
    return command;
  }
}
