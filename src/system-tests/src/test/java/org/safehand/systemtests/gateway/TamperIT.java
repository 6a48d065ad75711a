package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What really came out of the gateway, changed by one bit: the commands refuse and name the place.
 */
class TamperIT {
  private static final int FLIPS = 12;

  private final RunningGateway gateway = RunningGateway.get();
  private final SplittableRandom random = new SplittableRandom(20261124);

  @TempDir Path folder;

  @Test
  void package_untouched_accepted() throws Exception {
    Command verified = gateway.verifyPackage(gateway.delivered().packageFile());
    assertThat(verified.exitCode()).as(verified.output()).isZero();
  }

  @Test
  void package_withOneFlippedBit_refused() throws Exception {
    Path copy = folder.resolve("package.asice");
    byte[] bytes = Files.readAllBytes(gateway.delivered().packageFile());
    for (int i = 0; i < FLIPS; i++) {
      int at = random.nextInt(bytes.length);
      byte bit = (byte) (1 << random.nextInt(Byte.SIZE));
      bytes[at] ^= bit;
      Files.write(copy, bytes);
      bytes[at] ^= bit;
      assertRefused(gateway.verifyPackage(copy), "byte " + at);
    }
  }

  @Test
  void log_withOneFlippedBit_refused() throws Exception {
    Path log = gateway.exportLog(folder.resolve("log"));
    Command untouched = gateway.verifyLog(log);
    assertThat(untouched.exitCode()).as(untouched.output()).isZero();
    for (Path file : files(log)) {
      byte[] original = Files.readAllBytes(file);
      byte[] changed = original.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(file, changed);
      assertRefused(gateway.verifyLog(log), file.toString());
      Files.write(file, original);
    }
  }

  @Test
  void trustFolder_withoutTheLogKey_undecidable() throws Exception {
    Path trust = Files.createDirectory(folder.resolve("trust"));
    for (Path file : files(gateway.trust())) {
      if (!file.endsWith("log.vkey")) {
        Files.copy(file, trust.resolve(String.valueOf(file.getFileName())));
      }
    }
    Command verified =
        gateway.safehand(
            "verify",
            "package",
            gateway.delivered().packageFile().toString(),
            "--trust",
            trust.toString());
    assertThat(verified.exitCode()).as(verified.output()).isEqualTo(3);
  }

  private static void assertRefused(Command verified, String what) {
    assertThat(verified.exitCode()).as(what + ": " + verified.output()).isEqualTo(1);
    assertThat(verified.output()).as(what).matches("(?s)[a-z0-9-]+: [a-zA-Z.].*: .*");
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }
}
