package org.safehand.launcher.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.PrivateFiles;

/**
 * What the demonstration leaves behind.
 *
 * @param root its top folder
 */
record DemoFolder(Path root) {
  DemoFolder {
    requireNonNull(root, "root is null");
  }

  /** Removes what an earlier run has left. */
  void empty() throws IOException {
    ServerFolder.delete(root);
    PrivateFiles.folder(root);
  }

  Path packageFile() {
    return root.resolve("package.asice");
  }

  Path receipt() {
    return root.resolve("receipt.p7m");
  }

  Path exhibits() {
    return root.resolve("exhibits");
  }

  Path opened() {
    return root.resolve("opened");
  }

  Path log() {
    return root.resolve("log");
  }

  Path trust() {
    return root.resolve("trust");
  }

  Path agency() {
    return root.resolve("agency");
  }

  /** The agency lends its decryption key, so that anyone can repeat the last steps. */
  void copyAgencyKey(Path keys) throws IOException {
    for (String name : List.of("key.pem", "cert.pem")) {
      PrivateFiles.write(agency().resolve(name), Files.readAllBytes(keys.resolve(name)));
    }
  }

  void copyTrust(Path from) throws IOException {
    Files.createDirectories(trust());
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, trust().resolve(String.valueOf(file.getFileName())));
      }
    }
  }

  /** Refuses unless every exhibit was opened, as number {@code 0001.bin} and so on. */
  void requireEqual(List<String> exhibits) throws IOException, LaunchException {
    for (int i = 0; i < exhibits.size(); i++) {
      Path original = exhibits().resolve(exhibits.get(i));
      Path opened = opened().resolve("%04d.bin".formatted(i + 1));
      if (Files.mismatch(original, opened) != -1) {
        throw new LaunchException(LaunchCode.DEMO_FAILED, opened + " is not equal to " + original);
      }
    }
  }
}
