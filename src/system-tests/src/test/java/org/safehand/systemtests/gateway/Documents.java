package org.safehand.systemtests.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Synthetic referral documents: the demo's first one, whole or spoilt in one place. */
public final class Documents {
  private Documents() {}

  /** A document that the gateway takes. */
  public static String good() throws IOException {
    try (var files = Files.list(Path.of("..", "..", "config", "demo"))) {
      Path first =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .findFirst()
              .orElseThrow(() -> new AssertionError("config/demo holds no referral"));
      return new ObjectMapper().readTree(first.toFile()).path("referral").toString();
    }
  }
}
