package org.safehand.launcher.wildfly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Children;

/** Applies the scripts of {@code config/wildfly} to a fresh copy of the stock configuration. */
final class WildFlyConfiguration {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final WildFlyHome home;
  private final Path scripts;
  private final Path base;
  private final Children children;

  WildFlyConfiguration(WildFlyHome home, Path scripts, Path base, Children children) {
    this.home = requireNonNull(home, "home is null");
    this.scripts = requireNonNull(scripts, "scripts is null");
    this.base = requireNonNull(base, "base is null");
    this.children = requireNonNull(children, "children is null");
  }

  /** Does nothing when the same scripts were applied before. */
  void apply(Map<String, String> environment)
      throws IOException, InterruptedException, LaunchException {
    String script = script();
    String fingerprint = fingerprint(script);
    Path marker = base.resolve("configured");
    if (Files.exists(marker) && Files.readString(marker, UTF_8).equals(fingerprint)) {
      return;
    }
    Files.deleteIfExists(marker);
    fresh();
    run(script, environment);
    Files.writeString(marker, fingerprint, UTF_8);
  }

  private void fresh() throws IOException {
    Path configuration = base.resolve("configuration");
    ServerFolder.delete(configuration);
    Files.createDirectories(configuration);
    try (Stream<Path> files = Files.list(home.stockConfiguration())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, configuration.resolve(file.getFileName().toString()));
      }
    }
  }

  private void run(String script, Map<String, String> environment)
      throws IOException, InterruptedException, LaunchException {
    Path file = base.resolve("configure.cli");
    Files.writeString(file, script, UTF_8);
    List<String> command =
        home.command(
            List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djboss.server.base.dir=" + base,
                "-Dlogging.configuration="
                    + home.folder().resolve("bin/jboss-cli-logging.properties").toUri()),
            "org.jboss.as.cli",
            List.of("--file=" + file));
    Map<String, String> complete = new HashMap<>(environment);
    complete.put("JBOSS_HOME", home.folder().toString());
    Child cli = children.start(new ChildSpec("wildfly-configure", command, complete, base));
    if (!cli.awaitEnd(PATIENCE)
        || cli.log().find("\"outcome\" => \"failed\"").isPresent()
        || cli.log().find("SAFEHAND-CONFIGURED").isEmpty()) {
      throw new LaunchException(
          LaunchCode.SERVER_NOT_CONFIGURED,
          "a command of config/wildfly failed; see " + cli.log().file());
    }
  }

  private String script() throws IOException {
    StringBuilder script = new StringBuilder();
    script.append("embed-server --std-out=discard --server-config=standalone.xml\n");
    try (Stream<Path> files = Files.list(scripts)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".cli")).sorted().toList()) {
        script.append(Files.readString(file, UTF_8)).append('\n');
      }
    }
    return script.append("stop-embedded-server\necho SAFEHAND-CONFIGURED\n").toString();
  }

  private String fingerprint(String script) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(home.folder().toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(script.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
