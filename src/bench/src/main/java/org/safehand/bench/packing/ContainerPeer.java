package org.safehand.bench.packing;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.safehand.bench.process.LimitedJava;
import org.safehand.launcher.place.Installation;

/**
 * A library that makes ASiC-E containers, in a module of its own with its own class path.
 *
 * @param name what it is
 * @param module its folder below {@code src/bench}
 * @param main what answers there with the seconds of one container
 */
record ContainerPeer(String name, String module, String main) {
  private static final int HEAP = 1024;

  static final ContainerPeer DSS =
      new ContainerPeer("DSS 6.4", "dss", "org.safehand.bench.dss.DssPeer");
  static final ContainerPeer DIGIDOC4J =
      new ContainerPeer("digidoc4j 6.1", "digidoc4j", "org.safehand.bench.digidoc4j.Digidoc4jPeer");

  ContainerPeer {
    requireNonNull(name, "name is null");
    requireNonNull(module, "module is null");
    requireNonNull(main, "main is null");
  }

  /**
   * Starts it, in {@code folder}, over the files in {@code exhibits}.
   *
   * @throws IOException if its module is not built
   */
  LimitedJava start(Installation installation, Path folder, Path exhibits) throws IOException {
    Path target =
        installation.home().resolve("src/bench").resolve(module).resolve("target").toAbsolutePath();
    Path jar = target.resolve("safehand-bench-" + module + ".jar");
    if (!Files.exists(jar)) {
      throw new IOException("src/bench/" + module + " is not built");
    }
    return LimitedJava.start(
        main,
        jar + File.pathSeparator + target.resolve("lib") + File.separator + "*",
        HEAP,
        folder,
        List.of(exhibits.toString(), folder.resolve(module + ".asice").toString()));
  }
}
