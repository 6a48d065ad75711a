package org.safehand.launcher.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * One synthetic referral.
 *
 * @param name the name of its file
 * @param document what the referral says
 * @param exhibits names of exhibits
 * @param recipients agencies
 */
record DemoCase(String name, JsonObject document, List<String> exhibits, List<String> recipients) {
  DemoCase {
    requireNonNull(name, "name is null");
    requireNonNull(document, "document is null");
    exhibits = List.copyOf(exhibits);
    recipients = List.copyOf(recipients);
  }

  /** Reads every file of {@code config/demo}, in the order of their names. */
  static List<DemoCase> readAll(Path folder) throws IOException {
    List<DemoCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        cases.add(read(file));
      }
    }
    return List.copyOf(cases);
  }

  private static DemoCase read(Path file) throws IOException {
    try {
      JsonObject json = Jcs.requireObject(Jcs.readAnyLayout(Files.readAllBytes(file)));
      return new DemoCase(
          String.valueOf(file.getFileName()).replace(".json", ""),
          json.object("referral"),
          json.array("exhibits").strings(),
          json.array("recipients").strings());
    } catch (JsonException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
