package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.systemtests.gateway.Await;
import org.safehand.systemtests.gateway.RunningGateway;

/** The audit files of the running gateway: a line for each request that was refused at its edge. */
final class AuditFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = Duration.ofSeconds(10);

  private AuditFiles() {}

  /**
   * Waits for the line of the request whose answer was {@code problem}; it says the same status and
   * code, and the path alone of what was asked for.
   */
  static void awaitLine(String problem, String path) throws Exception {
    JsonNode answered = JSON.readTree(problem);
    String trace = answered.path("traceId").asText();
    assertThat(trace).as(problem).hasSize(32);
    Await.until("in the audit file: " + problem, SOON, () -> line(trace).isPresent());
    JsonNode line = JSON.readTree(line(trace).orElseThrow());
    assertThat(line.path("code").asText()).isEqualTo(answered.path("code").asText());
    assertThat(line.path("status").asInt()).isEqualTo(answered.path("status").asInt());
    assertThat(line.path("path").asText()).isEqualTo(path);
  }

  private static Optional<String> line(String trace) throws IOException {
    try (Stream<Path> files = Files.list(RunningGateway.get().platform().folder().audit())) {
      for (Path file : files.toList()) {
        Optional<String> found =
            Files.readString(file).lines().filter(it -> it.contains(trace)).findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
  }
}
