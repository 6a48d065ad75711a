package org.safehand.systemtests.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running gateway anchors its log, says how far it is, and notes what strangers try. */
class AnchorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningGateway gateway = RunningGateway.get();

  @TempDir Path folder;

  @BeforeEach
  void awaitAnAnchor() throws Exception {
    assertThat(gateway.supervisor().get("/api/v1/referrals").status()).isEqualTo(200);
    Await.until(
        "the log is anchored",
        PATIENCE,
        () -> !gateway.anonymous().get("/log/anchors").json().path("items").isEmpty());
  }

  @Test
  void anchor_ofTheExportedLog_verifiesWithOurCommandAndWithOpenSsl() throws Exception {
    Path log = gateway.exportLog(folder.resolve("log"));
    Command verified = gateway.verifyLog(log);
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    assertThat(verified.output()).contains("anchors");

    assumeTrue(Command.exists("openssl"), "skipped: openssl is not installed");
    Path anchor = anchor(log);
    Command stamped = openSsl(anchor);
    assertThat(stamped.exitCode()).as(stamped.output()).isZero();

    byte[] note = Files.readAllBytes(anchor.resolve("checkpoint"));
    note[0] ^= 1;
    Files.write(anchor.resolve("checkpoint"), note);
    assertThat(openSsl(anchor).exitCode()).isNotZero();
    assertThat(gateway.verifyLog(log).output()).startsWith("log-anchor-checkpoint: anchor/");
  }

  @Test
  void anchor_thatIsNone_isNotFound() throws Exception {
    for (String size : List.of("999999999999", "00", "-1", "x")) {
      assertThat(gateway.anonymous().fetch("/log/anchor/" + size + "/token.tsr").status())
          .as(size)
          .isEqualTo(404);
    }
    assertThat(gateway.anonymous().get("/log/anchors?before=x").status()).isEqualTo(400);
  }

  @Test
  void standing_isShownToWhoeverMayReadTheLogAndIsNotStale() throws Exception {
    JsonNode standing = gateway.supervisor().get("/api/v1/log/standing").json();
    assertThat(standing.path("stale").asBoolean(true)).isFalse();
    assertThat(standing.path("anchored").asLong()).isPositive();
    assertThat(standing.path("published").asLong())
        .isGreaterThanOrEqualTo(standing.path("anchored").asLong());
    assertThat(standing.path("limitSeconds").asLong()).isEqualTo(14_400);
    assertThat(gateway.administrator().get("/api/v1/log/standing").json())
        .as("an administrator is told the numbers too")
        .hasSameSizeAs(standing);
    assertThat(gateway.liaison("AG-N-001").get("/api/v1/log/standing").status()).isEqualTo(403);
  }

  @Test
  void stranger_refused_isALineOfTheAuditFileThatHoldsNoToken() throws Exception {
    assertThat(gateway.anonymous().get("/api/v1/referrals?from=a-stranger").status())
        .isEqualTo(401);
    assertThat(gateway.anonymous().get("/api/v1/agencies?access_token=secret").status())
        .isEqualTo(400);

    Path file = gateway.trust().resolveSibling("audit").resolve("audit-gateway-1.jsonl");
    Await.until(
        "both are written down",
        PATIENCE,
        () -> codes(file).containsAll(List.of("unauthenticated", "token-in-url")));
    assertThat(Files.readString(file, UTF_8))
        .contains("\"path\":\"/api/v1/referrals\"")
        .doesNotContain("a-stranger", "secret");
  }

  private Command openSsl(Path anchor) throws Exception {
    return Command.run(
        anchor,
        "openssl ts -verify -data checkpoint -in token.tsr -token_in -CAfile".split(" "),
        gateway.trust().resolve("tsa-ca.pem").toString());
  }

  private static Path anchor(Path log) throws Exception {
    try (Stream<Path> anchors = Files.list(log.resolve("anchor"))) {
      return anchors.findFirst().orElseThrow();
    }
  }

  private static List<String> codes(Path file) throws Exception {
    if (!Files.exists(file)) {
      return List.of();
    }
    ObjectMapper json = new ObjectMapper();
    return Files.readAllLines(file, UTF_8).stream()
        .map(
            line -> {
              try {
                return json.readTree(line).path("code").asText();
              } catch (IOException e) {
                throw new UncheckedIOException(line, e);
              }
            })
        .toList();
  }
}
