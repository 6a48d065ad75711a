package org.safehand.cli.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestSession;

class StaffCommandsTest {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String PROPOSAL = "/api/v1/proposals/" + ID;
  private static final String DIGEST = "ab".repeat(32);

  private final TestServer server = new TestServer();
  private final AtomicReference<String> sent = new AtomicReference<>("");
  private final Path session;

  StaffCommandsTest(@TempDir Path folder) throws Exception {
    this.session = TestSession.write(folder, server, Duration.ofHours(1));
    server.onJson(
        "/api/v1/people/s1",
        200,
        "{\"active\":true,\"displayName\":\"Sana\",\"number\":\"s1\",\"revision\":3,"
            + "\"roles\":[\"release-supervisor\"],\"unit\":\"hotline\"}");
    server.on(
        PROPOSAL,
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"v1\"");
          TestServer.answer(exchange, 200, "application/json", "{\"state\":\"OPEN\"}");
        });
    for (String path :
        new String[] {
          "/api/v1/proposals",
          "/api/v1/duty",
          "/api/v1/people/s1/session-end",
          PROPOSAL + "/approve"
        }) {
      server.on(
          path,
          exchange -> {
            var headers = exchange.getRequestHeaders();
            sent.set(
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                    + headers.getFirst("If-Match")
                    + headers.getFirst("Idempotency-Key"));
            TestServer.answer(exchange, 200, "application/json", "{\"state\":\"DONE\"}");
          });
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CommandRun run(String... words) {
    Object[] all = new Object[words.length + 4];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(
        new Object[] {"--session", session, "--output", "json"}, 0, all, words.length, 4);
    return CommandRun.of(all);
  }

  @Test
  void propose_ofAChange_keepsWhatWasNotNamedAndNamesWhatWasRead() {
    CommandRun run = run("person", "propose", "s1", "--role", "auditor", "--idempotency-key", "k");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(sent.get())
        .isEqualTo(
            "{\"kind\":\"person-change\",\"person\":{\"displayName\":\"Sana\",\"number\":\"s1\","
                + "\"roles\":[\"auditor\"],\"unit\":\"hotline\"},\"revision\":3}nullk");
  }

  @Test
  void propose_ofAnotherPlace_leavesTheOldOneOut() {
    run("person", "propose", "s1", "--role", "police-liaison", "--agency", "AG-N-001");

    assertThat(sent.get()).contains("\"agency\":\"AG-N-001\"").doesNotContain("unit");
  }

  @Test
  void propose_ofSomebodyNewAndOfAnEnd() {
    run(
        "person",
        "propose",
        "n1",
        "--new",
        "--name",
        "Nora",
        "--role",
        "referral-officer,release-supervisor",
        "--unit",
        "hotline",
        "--idempotency-key",
        "k");
    assertThat(sent.get())
        .isEqualTo(
            "{\"kind\":\"person-create\",\"person\":{\"displayName\":\"Nora\",\"number\":\"n1\","
                + "\"roles\":[\"referral-officer\",\"release-supervisor\"],"
                + "\"unit\":\"hotline\"}}nullk");
    run("person", "propose", "s1", "--deactivate", "--idempotency-key", "k");
    assertThat(sent.get())
        .isEqualTo("{\"kind\":\"person-deactivate\",\"number\":\"s1\",\"revision\":3}nullk");
  }

  @Test
  void endSession_saysWhoseAndWhy() {
    CommandRun run = run("person", "end-session", "s1", "--reason", "laptop lost");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(sent.get()).isEqualTo("{\"reason\":\"laptop lost\"}nullnull");
  }

  @Test
  void settings_someNamed_areProposedWithTheOthersAsTheyAre(@TempDir Path folder) throws Exception {
    server.onJson(
        "/api/v1/settings",
        200,
        "{\"limits\":{},\"revision\":0,\"settings\":{\"glassMinutes\":60,\"sessionHours\":8}}");
    assertThat(run("settings", "show").out()).contains("\"glassMinutes\":60");
    CommandRun run = run("settings", "propose", "glassMinutes=5", "--idempotency-key", "k");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(sent.get())
        .isEqualTo(
            "{\"kind\":\"settings-set\",\"revision\":0,"
                + "\"settings\":{\"glassMinutes\":5,\"sessionHours\":8}}nullk");
    run("settings", "propose", "glassMinuets=5", "sessionHours=4", "--idempotency-key", "k");
    assertThat(sent.get())
        .as("a name that nobody knows is for the gateway to refuse")
        .contains("\"settings\":{\"glassMinuets\":5,\"glassMinutes\":60,\"sessionHours\":4}");

    Path file = Files.writeString(folder.resolve("settings.json"), "{ \"glassMinutes\": 7 }");
    run("settings", "propose", "--file", file.toString());
    assertThat(sent.get()).contains("\"settings\":{\"glassMinutes\":7}");
    Files.writeString(file, "[]");
    assertThat(run("settings", "propose", "--file", file.toString()).exit()).isEqualTo(2);
  }

  @Test
  void duty_isSentInUtc() {
    run(
        "duty",
        "add",
        "s1",
        "--from",
        "2026-11-24T07:00:00Z",
        "--until",
        "2026-11-24T15:00:00Z",
        "--idempotency-key",
        "k");
    assertThat(sent.get())
        .isEqualTo(
            "{\"from\":\"2026-11-24T07:00:00.000Z\",\"person\":\"s1\","
                + "\"until\":\"2026-11-24T15:00:00.000Z\"}nullk");
  }

  @Test
  void approve_namesTheDigestThatWasGivenAndWhatIsThere() {
    CommandRun run = run("proposal", "approve", ID, "--digest", DIGEST);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualToIgnoringNewLines("{\"state\":\"DONE\"}");
    assertThat(sent.get()).isEqualTo("{\"digest\":\"%s\"}\"v1\"null", DIGEST);
  }

  @Test
  void approve_refused_hasTheCodeAndItsExit() {
    server.onProblem(
        PROPOSAL + "/reject",
        403,
        "{\"code\":\"second-person-required\",\"title\":\"T\",\"status\":403,\"traceId\":\"00\"}");

    CommandRun run = run("proposal", "reject", ID, "--digest", DIGEST, "--reason", "No.");

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).startsWith("second-person-required: POST ");
  }

  @Test
  void agency_changed_isProposedWithTheRevisionThatWasRead(@TempDir Path folder) throws Exception {
    registry();
    Path file = folder.resolve("agency.json");
    Files.writeString(file, "{\"name\": \"North\", \"id\": \"AG-N-001\"}");
    run("agency", "propose", file.toString(), "--idempotency-key", "k");
    assertThat(sent.get())
        .isEqualTo(
            "{\"agency\":{\"id\":\"AG-N-001\",\"name\":\"North\"},\"kind\":\"agency-set\","
                + "\"revision\":7}nullk");
    Files.writeString(file, "{\"id\": \"AG-W-003\"}");
    run("agency", "propose", file.toString());
    assertThat(sent.get()).contains("AG-W-003").doesNotContain("revision");
    run("agency", "remove", "AG-N-001");
    assertThat(sent.get())
        .startsWith("{\"id\":\"AG-N-001\",\"kind\":\"agency-remove\",\"revision\":7}");
    Files.writeString(file, "[]");
    run("agency", "authorities", file.toString());
    assertThat(sent.get())
        .startsWith("{\"authorities\":[],\"kind\":\"authorities-set\",\"revision\":3}");
  }

  @Test
  void agency_shownOrNotThere(@TempDir Path folder) throws Exception {
    registry();
    assertThat(run("agency", "show", "AG-N-001").out()).contains("Old").doesNotContain("revision");
    assertThat(run("agency", "show", "AG-X-009").exit()).isEqualTo(6);
    assertThat(run("agency", "remove", "AG-X-009").exit()).isEqualTo(6);
    Path file = Files.writeString(folder.resolve("agency.json"), "[]");
    assertThat(run("agency", "propose", file.toString()).exit()).isEqualTo(2);
    assertThat(run("agency", "authorities", folder.resolve("none").toString()).exit()).isEqualTo(9);
    assertThat(sent.get()).isEmpty();
  }

  @Test
  void key_isProposedWithItsProof_andApprovedByItsFingerprint(@TempDir Path folder)
      throws Exception {
    registry();
    Path certificate = Files.writeString(folder.resolve("cert.pem"), "C");
    Path request = Files.writeString(folder.resolve("request.pem"), "R");
    run(
        "agency",
        "add-key",
        "AG-N-001",
        "main",
        "--certificate",
        certificate.toString(),
        "--request",
        request.toString(),
        "--fingerprint",
        DIGEST);
    assertThat(sent.get())
        .startsWith(
            "{\"certificate\":\"C\",\"endpoint\":\"main\",\"fingerprint\":\""
                + DIGEST
                + "\",\"id\":\"AG-N-001\",\"kind\":\"agency-key\",\"request\":\"R\",\"revision\":7}");
    run("proposal", "approve", ID, "--digest", DIGEST, "--fingerprint", "abab");
    assertThat(sent.get()).contains("\"fingerprint\":\"abab\"").contains("\"v1\"");
  }

  @Test
  void keyThatCannotSign_isChallenged_andProposedWithTheAnswer(@TempDir Path folder)
      throws Exception {
    registry();
    server.on(
        "/api/v1/key-challenges",
        exchange -> {
          sent.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          TestServer.answer(
              exchange,
              201,
              "application/json",
              "{\"agency\":\"AG-N-001\",\"id\":\"%s\",\"message\":\"M\\n\"}".formatted(ID));
        });
    String certificate = Files.writeString(folder.resolve("cert.pem"), "C").toString();
    Path out = folder.resolve("challenge.cms");
    String[] ask = {
      "agency", "challenge", "AG-N-001", "--certificate", certificate, "--out", out.toString()
    };
    CommandRun asked = run(ask);
    assertThat(asked.exit()).as(asked.toString()).isZero();
    assertThat(sent.get()).isEqualTo("{\"agency\":\"AG-N-001\",\"certificate\":\"C\"}");
    assertThat(out).hasContent("M\n");
    assertThat(asked.out()).contains(ID).doesNotContain("message");
    sent.set("");
    assertThat(run(ask).err()).startsWith("output-exists: ");
    assertThat(sent.get()).isEmpty();

    List<String> key =
        new ArrayList<>(
            List.of("agency", "add-key", "AG-N-001", "main", "--certificate", certificate));
    key.addAll(List.of("--fingerprint", DIGEST, "--challenge", ID));
    assertThat(run(key.toArray(String[]::new)).exit()).as("no answer").isEqualTo(2);
    key.addAll(List.of("--proof", DIGEST));
    run(key.toArray(String[]::new));
    assertThat(sent.get())
        .startsWith("{\"certificate\":\"C\",")
        .contains("\"proof\":{\"challenge\":\"" + ID + "\",\"sha256\":\"" + DIGEST + "\"}")
        .doesNotContain("\"request\"");
  }

  private void registry() {
    server.onJson(
        "/api/v1/registry",
        200,
        "{\"agencies\":[{\"agency\":{\"id\":\"AG-N-001\",\"name\":\"Old\"},\"revision\":7}],"
            + "\"authorities\":[],\"authoritiesRevision\":3,\"revision\":9}");
  }
}
