package org.safehand.launcher.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.archive.Unpacker;
import org.safehand.launcher.archive.Versions;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/** The unpacked PostgreSQL binaries. */
final class PostgresHome {
  private PostgresHome() {}

  static Path unpacked(ServerFolder servers, Versions versions)
      throws IOException, InterruptedException, LaunchException {
    return servers.unpacked("postgresql-" + versions.postgres(), PostgresHome::unpack);
  }

  private static void unpack(Path folder) throws IOException, LaunchException {
    try (InputStream archive = PostgresHome.class.getResourceAsStream("/" + archiveName())) {
      if (archive == null) {
        throw new LaunchException(
            LaunchCode.PLATFORM_UNSUPPORTED, "no PostgreSQL binaries " + archiveName());
      }
      Unpacker.tarXz(archive, folder);
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    String family = system.contains("mac") ? "darwin" : "linux";
    boolean arm = processor.equals("aarch64");
    return "postgres-%s-%s.txz".formatted(family, arm ? "arm_64" : "x86_64");
  }
}
