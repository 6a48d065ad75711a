package org.safehand.launcher.place;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/**
 * The built repository: configuration, archives of the servers, and our own jars.
 *
 * @param home the top folder of the repository
 */
public record Installation(Path home) {
  public Installation {
    home = requireNonNull(home, "home is null").toAbsolutePath().normalize();
  }

  /** A folder of {@code config/}. */
  public Path config(String name) {
    return home.resolve("config").resolve(name);
  }

  /** The application archive. */
  public Path ear() throws LaunchException {
    return built(home.resolve("ear/target/safehand.ear"));
  }

  /** The launcher's own jar; its manifest names the libraries beside it. */
  public Path launcherJar() throws LaunchException {
    return built(home.resolve("src/launcher/target/safehand-launcher.jar"));
  }

  /** The self-contained jar of a module. */
  public Path moduleJar(String module) throws LaunchException {
    return built(home.resolve("src").resolve(module).resolve("target/safehand-" + module + ".jar"));
  }

  /** A server archive that the build fetched. */
  public Path archive(String name) throws LaunchException {
    return built(home.resolve("src/launcher/target/archives").resolve(name));
  }

  /** Where servers are unpacked, once, for every platform of this repository. */
  public Path servers() {
    return home.resolve("var/servers");
  }

  private static Path built(Path file) throws LaunchException {
    if (!Files.isRegularFile(file)) {
      throw new LaunchException(
          LaunchCode.NOT_BUILT, file + " is missing; run ./safehand build first");
    }
    return file;
  }
}
